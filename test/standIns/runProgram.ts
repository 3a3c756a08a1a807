import { request } from "node:http";
import { text } from "node:stream/consumers";
import type { ProgramResult } from "./program";

// Runs as a program of its own: node runProgram.js <address of the test> [arguments]
const [url = "", ...args] = process.argv.slice(2);

const asking = request(url, { method: "POST" }, (response) => {
  void text(response).then((body) => {
    const result: ProgramResult =
      response.statusCode === 200 ? (JSON.parse(body) as ProgramResult) : { stderr: body, exitCode: 70 };
    const { stdout = "", stderr = "", exitCode = 0 } = result;
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exitCode = exitCode;
  });
});
asking.on("error", (error) => {
  process.stderr.write(`The test that this program stands in for is over: ${error.message}\n`);
  process.exitCode = 70;
});
asking.end(JSON.stringify(args));
