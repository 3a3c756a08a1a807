const pulumi = require("@pulumi/pulumi");
const { lookUpOutput, Note } = require("../toy/native");

/** What a test asks for: the notes by name, each with arguments and options. */
const notes = JSON.parse(process.env.TOY_NOTES ?? "{}");
const made = {};
for (const [name, { secrets = {}, options = {}, ...args }] of Object.entries(notes)) {
  for (const [key, value] of Object.entries(secrets)) args[key] = pulumi.secret(value);
  for (const [key, from] of Object.entries(args.from ?? {})) args[key] = made[from.note][from.output];
  delete args.from;
  made[name] = new Note(name, args, options);
}
exports.serials = Object.fromEntries(Object.entries(made).map(([name, note]) => [name, note.serial]));
if (process.env.TOY_LOOK_UP) exports.found = lookUpOutput({ text: process.env.TOY_LOOK_UP });
