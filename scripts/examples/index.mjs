// The example of a resource or function in every language that Pulumi has, from the TypeScript in a JSDoc comment.
import { csharp } from "./csharp.mjs";
import { go } from "./go.mjs";
import { java } from "./java.mjs";
import { python } from "./python.mjs";
import { readExample } from "./readExample.mjs";
import { argsOf } from "./shape.mjs";
import { typescript } from "./typescript.mjs";
import { yaml } from "./yaml.mjs";

const languages = { typescript, python, go, csharp, java, yaml };

/**
 * The part of a description that the generators of SDKs read: each keeps the block of its own language.
 * `names` says what the package is called: `packageName`, `npmName`, `goPackage`.
 */
export function examplesIn(schema, code, names) {
  const example = readExample(code);
  const statements = example.statements.map((each) => ({ ...each, ...factsOf(schema, each, names) }));
  const blocks = Object.entries(languages).map(
    ([language, write]) => `\`\`\`${language}\n${write({ ...example, statements }, names)}\n\`\`\``,
  );
  return [
    "{{% examples %}}",
    "## Example Usage",
    "{{% example %}}",
    ...blocks,
    "{{% /example %}}",
    "{{% /examples %}}",
  ].join("\n\n");
}

/** The arguments with their shapes, and the member of a function's answer that holds the list. */
function factsOf(schema, statement, { packageName }) {
  const token = `${packageName}:index:${statement.kind ?? statement.called}`;
  if (statement.kind === undefined) {
    const { inputs, outputs } = schema.functions[token];
    const [result] = Object.keys(outputs.properties);
    return { result, args: argsOf(schema, inputs.properties, inputs.required, statement.args) };
  }
  const { inputProperties, requiredInputs } = schema.resources[token];
  return { args: argsOf(schema, inputProperties, requiredInputs, statement.args) };
}
