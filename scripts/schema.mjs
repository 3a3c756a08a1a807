// Writes plugin/schema.json, the schema of the native plugin, from the declarations; the enums of the SDK that have its
// names; and one of its examples into docs/languages.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  fieldSource,
  functionSources,
  loaded,
  programArgsOf,
  programSources,
  providerSource,
  resourceSources,
  tagOf,
} from "./declarations.mjs";
import { examplesIn } from "./examples/index.mjs";
import { capital, isAlways, itemName, merged, tenantWords, typeOf } from "./fieldTypes.mjs";
import { root, writeFileIfChanged, writeParts } from "./generatedPart.mjs";
import { doc, source } from "./sdk/source.mjs";
import { codeIn, prose, withoutChange } from "./words.mjs";

const { resources } = loaded("provider/resources");
const { functions } = loaded("provider/functions");
const { settingsTable } = loaded("provider/auth");
const { packageName, pluginToken: tokenOf, typeToken } = loaded("provider/resources/typeToken");
const npm = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Types of nested objects and enums by token, filled in by what refers to them. */
const types = {};

/**
 * Puts a type under its name, or under the name and `Details` where another shape has it: outputs can have more. What a
 * listed object holds has the type of what the resource holds, where they are equal.
 */
function referTo(name, type) {
  const text = JSON.stringify(type);
  const isEqual = (token) => JSON.stringify(types[token]) === text;
  const ofResource = name.replace(/^Listed/, "");
  const shared = [ofResource, `${ofResource}Details`].map(tokenOf).find(isEqual);
  const token =
    shared ?? [name, `${name}Details`].map(tokenOf).find((each) => types[each] === undefined || isEqual(each));
  types[token] = type;
  return { $ref: `#/types/${token}` };
}

/** Languages with classes want a name in capitals. */
const memberOf = (value) => (value === capital(value) ? { value } : { name: capital(value), value });

/** An enum is named for its field; fields with the same values share it. The SDK exports each under this name. */
function referToEnum({ name, values }, longName) {
  const type = { type: "string", enum: values.map(memberOf) };
  const same = Object.keys(types).find((token) => JSON.stringify(types[token]) === JSON.stringify(type));
  const token = same ?? [capital(name), longName].map(tokenOf).find((each) => types[each] === undefined);
  types[token] = type;
  return { $ref: `#/types/${token}` };
}

const plainTypes = {
  boolean: { type: "boolean" },
  integer: { type: "integer" },
  number: { type: "number" },
  duration: { oneOf: [{ type: "number" }, { type: "string" }] },
  json: { type: "object", additionalProperties: { $ref: "pulumi.json#/Any" } },
};

/** The type of a field. Enums are for inputs: the service may answer other values, and spellings vary. */
function schemaType(node, name, literals, isInput) {
  if (node.item !== undefined) return { type: "array", items: schemaType(node.item, name, literals, isInput) };
  if (node.children !== undefined) return referTo(name, objectType(node.children, name, literals, isInput));
  if (node.values !== undefined && isInput) return referToEnum(node, name);
  return plainTypes[typeOf(node)] ?? { type: "string" };
}

/** A property for each field. */
function properties(nodes, prefix, literals, isInput, extra = () => ({})) {
  const entries = nodes.map((node) => {
    const { words, members } = fieldSource(literals, node.name, `${prefix}.${node.name}`);
    return [
      node.name,
      {
        ...schemaType(node, `${prefix}${capital(node.name)}`, members, isInput),
        description: prose(words.text) + defaultOf(node, isInput),
        ...(isInput && node.defaultValue !== undefined ? { default: node.defaultValue } : {}),
        ...(node.secret === true ? { secret: true } : {}),
        ...extra(node),
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** Said in words too: the documentation of most languages does not show defaults. */
const defaultOf = ({ defaultValue }, isInput) =>
  isInput && defaultValue !== undefined ? ` Default: \`${String(defaultValue)}\`.` : "";

const required = (nodes) => nodes.filter((node) => node.required).map(({ name }) => name);

const objectType = (nodes, prefix, literals, isInput) => ({
  type: "object",
  properties: properties(nodes, prefix, literals, isInput, replacing),
  required: required(nodes),
});

/** The provider decides what replaces, from the values; `replaceOnChanges` would do it for another spelling too. */
const replacing = (node) => (node.replaces ? { willReplaceOnChanges: true } : {});

function resource(kind) {
  const { fields, outputs } = resources[kind];
  const source = resourceSources.get(kind);
  const outputNodes = merged(fields, outputs);
  const { nodes, own } = programArgsOf(resources[kind]);
  const program = {
    ...properties(nodes, "", programSources, true),
    ...properties(own, "", source.program, true),
  };
  const always = outputNodes.filter(isAlways);
  return {
    description: prose(source.words.text),
    inputProperties: { ...properties(fields, kind, source.fields, true, replacing), ...program },
    requiredInputs: required(fields),
    properties: {
      ...properties(outputNodes, kind, [...source.fields, ...source.outputs], false),
      ...program,
      tenantId: { type: "string", description: tenantWords },
    },
    required: [...always.map(({ name }) => name), "tenantId"],
    // A stack of the dynamic provider moves over in place. Without it Pulumi would delete live objects.
    aliases: [{ type: typeToken(kind) }],
  };
}

function functionSpec(called) {
  const { name, result, args, item } = called;
  const source = functionSources.get(name);
  const itemType = listed(objectType(item, itemName(called), source.item, false));
  return {
    description: prose(source.words.text),
    inputs: { properties: properties(args, capital(name), source.args, true), required: required(args) },
    outputs:
      result === undefined
        ? itemType
        : {
            properties: { [result]: { type: "array", items: referTo(itemName(called), itemType) } },
            required: [result],
          },
  };
}

/** The type of an item of a list, or of an object that a function answers: as the object is, without what a program could change. */
function listed(type) {
  const entries = Object.entries(type.properties).map(([name, { willReplaceOnChanges: _, ...property }]) => {
    const { description } = property;
    return [name, description === undefined ? property : { ...property, description: withoutChange(description) }];
  });
  return { ...type, properties: Object.fromEntries(entries) };
}

function providerProperties() {
  const { args } = providerSource();
  const kinds = { string: "string", boolean: "boolean", number: "number" };
  const entries = settingsTable.map((row) => {
    const { words = { text: row.description }, type = "Input<string>" } = args[row.name] ?? {};
    const plain = kinds[/^Input<(\w+)>/.exec(type)?.[1]];
    return [
      row.name,
      {
        ...(plain === undefined ? { type: "array", items: { type: "string" } } : { type: plain }),
        description: `${prose(words.text)}\n\nEnvironment: ${row.env.map((each) => `\`${each}\``).join(", ")}.`,
        ...(row.secret === true ? { secret: true } : {}),
      },
    ];
  });
  return Object.fromEntries(entries);
}

const byToken = (entries) => Object.fromEntries(entries.map(([name, each]) => [tokenOf(name), each]));

const resourceSpecs = byToken(Object.keys(resources).map((kind) => [kind, resource(kind)]));
const functionSpecs = byToken(functions.map((called) => [called.name, functionSpec(called)]));
const settings = providerProperties();

/** How an existing object is imported; generators keep commands of the shell in every language. */
const importOf = (kind, id) =>
  `## Import\n\nId: ${prose(id)}.\n\n\`\`\`sh\npulumi import ${tokenOf(kind)} name id\n\`\`\``;

/** The names of the package. Nobody owns the path for Go, because SDKs are generated beside the program. */
const names = {
  packageName,
  npmName: `${npm.name}/plugin`,
  goPackage: "example.com/pulumi-power-platform/sdk/go/powerplatform",
};

const schema = {
  name: packageName,
  displayName: "Power Platform",
  version: npm.version,
  description: npm.description,
  keywords: ["pulumi", "power-platform", "category/cloud"],
  license: npm.license,
  publisher: npm.author,
  language: {
    // `pulumi import` writes programs for the classes of this package.
    nodejs: { packageName: names.npmName, respectSchemaVersion: true },
    python: {
      packageName: "pulumi_power_platform",
      respectSchemaVersion: true,
    },
    go: { importBasePath: names.goPackage, respectSchemaVersion: true },
    csharp: { namespaces: { [packageName]: "PowerPlatform" }, respectSchemaVersion: true },
    java: {},
  },
  config: { variables: settings },
  types: Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
  provider: {
    description: prose(providerSource().words.text),
    inputProperties: {
      ...settings,
      explicit: {
        type: "string",
        const: "true",
        description: "Set by the class: tells a program's provider from the engine's own. Not for programs to set.",
      },
    },
  },
  resources: resourceSpecs,
  functions: functionSpecs,
};

// Examples come last: how a language writes a value depends on its type.
for (const kind of Object.keys(resources)) {
  const spec = schema.resources[tokenOf(kind)];
  const { words } = resourceSources.get(kind);
  const examples = examplesIn(schema, codeIn(words.text), names);
  spec.description = [spec.description, examples, importOf(kind, tagOf(words, "id"))].join("\n\n");
}
for (const called of functions) {
  const spec = schema.functions[tokenOf(called.name)];
  const code = codeIn(functionSources.get(called.name).words.text);
  spec.description = [spec.description, examplesIn(schema, code, names)].join("\n\n");
}

await writeFileIfChanged("plugin/schema.json", JSON.stringify(schema), "json", "generate.mjs");

// The documentation shows one example as the generators get it.
const { description } = schema.resources[tokenOf("RoleAssignment")];
const blockIn = (language) => description.match(new RegExp(`\`\`\`${language}\\n[^]*?\`\`\``))[0];
const shown = ["python", "yaml", "go", "csharp", "java"];
const parts = Object.fromEntries(shown.map((language) => [language, blockIn(language)]));

await writeParts("docs/languages.md", parts, "generate.mjs");

/** The enums of the schema as values, under the names that programs written by `pulumi import` use. */
const enums = Object.entries(schema.types)
  .filter(([, type]) => type.enum !== undefined)
  .map(([token, type]) => {
    const members = type.enum.map(
      ({ name = "", value }) => `${JSON.stringify(name || value)}: ${JSON.stringify(value)}`,
    );
    const name = token.split(":").at(-1);
    const words = { text: `Values of inputs; programs that \`pulumi import\` writes use this name.` };
    return `${doc(words)}\nexport const ${name} = { ${members.join(", ")} } as const;`;
  });
await writeFileIfChanged("sdk/plugin/enums.ts", source("plugin/schema.json", ...enums), "typescript", "generate.mjs");
