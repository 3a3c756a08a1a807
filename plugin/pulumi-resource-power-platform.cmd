@echo off
node --max-semi-space-size=8 "%~dp0..\dist\provider\plugin\main.js" %*
