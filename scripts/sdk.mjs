// Writes what programs import of the declarations: types, and in both forms classes and functions.
import { posix } from "node:path";
import {
  functionSources,
  loaded,
  programArgs,
  programArgsOf,
  programSources,
  resourceSources,
  tagOf,
} from "./declarations.mjs";
import { capital, itemName, merged, tenantWords } from "./fieldTypes.mjs";
import { writeFolders } from "./generatedPart.mjs";
import { doc, importOf, source } from "./sdk/source.mjs";
import { argsInterfaces, itemInterfaces, outputInterfaces, plainArgsInterfaces, sharedTypes } from "./sdk/types.mjs";

/** The path of a declaration in its folder: `licensing/billingPolicy`. */
const placeOf = (path) => path.replace(/^provider\/\w+\//, "").replace(/\.ts$/, "");

const files = new Map();
const add = (path, text) => {
  if (files.has(path)) throw new Error(`two declarations have the place ${path}: rename the file of one`);
  files.set(path, text);
};

/** The comment of a class: the comment of the declaration without `@id`. */
const classWords = ({ text, tags }) => ({ text, tags: tags.filter(([name]) => name !== "id") });

function resourceTypes(kind, definition, { path, words, fields, outputs, program }) {
  const about = { text: `What a program says of {@link ${kind}}.` };
  const recorded = { text: `What is known of a {@link ${kind}}.` };
  const tenant = `${doc({ text: tenantWords }, "  ")}\n  readonly tenantId: Output<string>;`;
  const all = merged(definition.fields, definition.outputs);
  const { own, type } = programArgsOf(definition);
  const text = [
    ...argsInterfaces(`${kind}Args`, about, [...definition.fields, ...own], [...fields, ...program], type),
    ...outputInterfaces(`${kind}Outputs`, recorded, all, [...fields, ...outputs], [tenant]),
  ].join("\n\n");
  return typesSource(path, text);
}

/** A source of types with the imports that it needs. */
function typesSource(path, text) {
  const place = placeOf(path);
  const others = [
    ...programArgs.map(({ type }) => [type, "resourceArgs"]),
    ...[...sharedTypes].map(([name, each]) => [name, placeOf(each.path)]),
  ];
  const imports = others
    .filter(([, each]) => each !== place)
    .map(([name, each]) => importOf(fromTo(place, each), [name], text));
  const all = [importOf("@pulumi/pulumi", ["Input", "Output"], text), ...imports];
  return source(path, all.filter((line) => line !== "").join("\n"), text);
}

/** How a file at one place imports from another. */
function fromTo(place, other) {
  const path = posix.relative(posix.dirname(place), other);
  return path.startsWith(".") ? path : `./${path}`;
}

/** A class. `up` is the path from its file to sdk/. */
function resourceClass(kind, { path, words }, up, registration) {
  const place = placeOf(path);
  return source(
    path,
    `import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "${up}/readOptions";
import { registration } from "${registration}";
import type { ${kind}Args, ${kind}Outputs } from "${up}/types/${place}";`,
    `export interface ${kind} extends ${kind}Outputs {}

${doc(classWords(words))}
export class ${kind} extends CustomResource {
  constructor(name: string, args: ${kind}Args, options?: CustomResourceOptions) {
    super(...registration("${kind}", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id ${tagOf(words, "id")}
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): ${kind} {
    return new ${kind}(name, {} as ${kind}Args, readOptions("${kind}", name, id, options));
  }
}`,
  );
}

function functionTypes(called, { path, args, item }) {
  const about = { text: `Arguments of {@link ${called.name}}.` };
  const link = `{@link ${called.name}}`;
  const listed = { text: called.result === undefined ? `What ${link} answers.` : `An item of ${link}.` };
  const text = [
    ...plainArgsInterfaces(argsName(called), about, called.args, args),
    ...itemInterfaces(itemName(called), listed, called.item, item),
  ].join("\n\n");
  return typesSource(path, text);
}

const argsName = ({ name }) => `${capital(name)}Args`;

/** A function of the plugin takes options, such as a provider. */
const forms = {
  dynamic: { call: "fromProgram", from: "../../callFromProgram", up: "../..", options: [] },
  plugin: {
    ...{ call: "throughPlugin", from: "../../callPlugin", up: "../../.." },
    options: ["InvokeOptions", "InvokeOutputOptions"],
  },
};

/** A function in both of its variants: for arguments that are known, and for arguments that are outputs. */
function functionSource(called, { path, words }, { call, from, up, options }) {
  const { name, result } = called;
  const optional = called.args.every((node) => !node.required) ? "?" : "";
  const [args, item] = [argsName(called), itemName(called)];
  const answer = result === undefined ? item : `${item}[]`;
  const own = `{ name: "${name}"${result === undefined ? "" : `, result: "${result}"`} }`;
  const given = (type, option) =>
    [`args${optional}: ${type}`, ...(option === undefined ? [] : [`options?: ${option}`])].join(", ");
  const passed = ["called", "args", ...options.slice(0, 1).map(() => "options")].join(", ");
  return source(
    path,
    `import type { ${[...options, "Output"].join(", ")} } from "@pulumi/pulumi";

import type { InputArgs } from "${up}/callArgs";
import { ${call}, ${call}Output } from "${from}";
import type { ${args}, ${item} } from "${up}/types/${placeOf(path)}";`,
    `const called = ${own};`,
    `${doc(words)}
export function ${name}(${given(args, options[0])}): Promise<${answer}> {
  return ${call}(${passed});
}`,
    `/** {@link ${name}} for arguments that are outputs; it asks when they are known. */
export function ${name}Output(${given(`InputArgs<${args}>`, options[1])}): Output<${answer}> {
  return ${call}Output(${passed});
}`,
  );
}

const { functions } = loaded("provider/functions");
const { resources } = loaded("provider/resources");
const kindsByPlace = [...resourceSources].map(([kind, from]) => [placeOf(from.path), kind, from]);

for (const [place, kind, from] of kindsByPlace) {
  if (tagOf(from.words, "id") === undefined) throw new Error(`${from.path} has no @id: say what an id looks like`);
  add(`sdk/types/${place}.ts`, resourceTypes(kind, resources[kind], from));
  add(`sdk/resources/${place}.ts`, resourceClass(kind, from, "../..", "../../registration"));
  add(`sdk/plugin/resources/${place}.ts`, resourceClass(kind, from, "../../..", "../../registration"));
}

for (const called of functions) {
  const from = functionSources.get(called.name);
  const place = placeOf(from.path);
  add(`sdk/types/${place}.ts`, functionTypes(called, from));
  add(`sdk/functions/${place}.ts`, functionSource(called, from, forms.dynamic));
  add(`sdk/plugin/functions/${place}.ts`, functionSource(called, from, forms.plugin));
}

const programText = programArgs
  .flatMap(({ nodes, type }) => {
    const text = "Inputs that tell the provider what to do; they are no part of the object in the tenant.";
    return argsInterfaces(type, { text }, nodes, programSources);
  })
  .join("\n\n");
add(
  "sdk/types/resourceArgs.ts",
  source("provider/declare/programFields.ts", importOf("@pulumi/pulumi", ["Input"], programText), programText),
);

for (const { path, text } of sharedTypes.values()) add(`sdk/types/${placeOf(path)}.ts`, typesSource(path, text));

const classIndex = source(
  "provider/resources",
  kindsByPlace.map(([place, kind]) => `export { ${kind} } from "./${place}";`).join("\n"),
);
add("sdk/resources/index.ts", classIndex);
add("sdk/plugin/resources/index.ts", classIndex);
const functionIndex = source(
  "provider/functions",
  [...functionSources]
    .map(([name, { path }]) => `export { ${name}, ${name}Output } from "./${placeOf(path)}";`)
    .join("\n"),
);
add("sdk/functions/index.ts", functionIndex);
add("sdk/plugin/functions/index.ts", functionIndex);

add(
  "sdk/types/index.ts",
  source(
    "provider/resources and provider/functions",
    [...files.keys()]
      .filter((path) => path.startsWith("sdk/types/"))
      .sort()
      // Named one by one: `export type *` needs TypeScript 5, and the one that Pulumi brings is 3.8.
      .map((path) => [path, [...files.get(path).matchAll(/^export (?:interface|type) (\w+)/gm)]])
      .map(
        ([path, names]) =>
          `export type { ${names.map(([, name]) => name).join(", ")} } from "./${path.slice("sdk/types/".length, -".ts".length)}";`,
      )
      .join("\n"),
  ),
);

await writeFolders(
  ["sdk/types", "sdk/resources", "sdk/functions", "sdk/plugin/resources", "sdk/plugin/functions"],
  files,
  "generate.mjs",
);
