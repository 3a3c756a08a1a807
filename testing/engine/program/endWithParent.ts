/**
 * Runs a script in a child process that ends with the process that started it, however that one ended: the channel
 * between the two closes with either. Used as `node endWithParent.js <script> <arguments…>`.
 */
process.once("disconnect", () => process.exit());
process.channel?.unref();

process.argv.splice(1, 1);
const script = process.argv[1];
if (script === undefined) throw new Error("No script was given.");
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it has to run as the main script would
require(script);
