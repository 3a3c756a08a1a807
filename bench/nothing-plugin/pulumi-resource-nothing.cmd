@echo off
node "%~dp0..\..\dist\bench\nothingPlugin.js" %*
