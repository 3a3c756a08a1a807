import util from "node:util";
import { loadTypeScriptLate } from "./lateTypeScript";

/**
 * Runs a script in a child process that ends with the process that started it, however that one ended: the channel
 * between the two closes with either. Used as `node launch.js <script> <arguments…>`.
 */
process.once("disconnect", () => process.exit());
process.channel?.unref();

/*
 * Turns off the colours of the SDK's errors. On Node 20.20, colouring a stack trace that begins outside a package
 * and ends in one runs for a minute, until the string is too long.
 */
const { inspect } = util;
util.inspect = Object.assign(
  (value: unknown, options?: util.InspectOptions) => inspect(value, { ...options, colors: false }),
  inspect,
);

loadTypeScriptLate();

process.argv.splice(1, 1);
const script = process.argv[1];
if (script === undefined) throw new Error("No script was given.");
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it has to run as the main script would
require(script);
