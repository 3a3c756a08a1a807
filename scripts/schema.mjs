// Writes plugin/schema.json, the schema of the native plugin: facts from the compiled declarations, words from their JSDoc.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  compiled,
  fieldSource,
  functionSource,
  programSource,
  providerSource,
  resourceSource,
} from "./declarations.mjs";
import { root, writeFileIfChanged } from "./generatedPart.mjs";

const { resources } = compiled("provider/resources");
const { programFields } = compiled("provider/lifecycle/programFields");
const { functions } = compiled("provider/functions");
const { settingsTable } = compiled("provider/auth");
const { packageName, pluginToken: tokenOf, typeToken } = compiled("provider/resources/typeToken");
const npm = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Types of nested objects and enums by token, filled in by what refers to them. */
const types = {};

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** Puts a type under its name, or under the name and `Details` where another shape has it: outputs can have more. */
function referTo(name, type) {
  const text = JSON.stringify(type);
  const token = [name, `${name}Details`, `${name}Item`]
    .map(tokenOf)
    .find((each) => types[each] === undefined || JSON.stringify(types[each]) === text);
  types[token] = type;
  return { $ref: `#/types/${token}` };
}

/** An enum is named for its field; fields with the same values share it. The SDK exports each under this name. */
function referToEnum({ name, values }, longName) {
  const type = { type: "string", enum: values.map((value) => ({ value })) };
  const same = Object.keys(types).find((token) => JSON.stringify(types[token]) === JSON.stringify(type));
  const token = same ?? [capital(name), longName].map(tokenOf).find((each) => types[each] === undefined);
  types[token] = type;
  return { $ref: `#/types/${token}` };
}

/** Indented blocks of code as fences, for the documentation of generated SDKs. */
function markdown(text) {
  const fenced = text.replace(/(?:^|\n)((?: {4}.*(?:\n|$)|\n(?= {4}))+)/g, (_, block) => {
    const code = block.replace(/^ {4}/gm, "").trim();
    return `\n\n\`\`\`typescript\n${code}\n\`\`\`\n`;
  });
  return fenced
    .replace(/(?<!\n)\n(?![\n`])(?!$)/g, (line, at) => (insideFence(fenced, at) ? line : " "))
    .trim();
}

const insideFence = (text, at) => (text.slice(0, at).match(/```/g)?.length ?? 0) % 2 === 1;

/** The type of a field. Enums are for inputs: the service may answer other values, and spellings vary. */
function typeOf(node, name, source, isInput) {
  if (node.item !== undefined) return { type: "array", items: typeOf(node.item, name, source, isInput) };
  if (node.children !== undefined) {
    const members = source.flatMap((literal) => literal ?? []);
    return referTo(name, objectType(node.children, name, members, isInput));
  }
  if (node.values !== undefined && isInput) return referToEnum(node, name);
  const accepts = (value) => node.schema.safeParse(value).success;
  if (accepts(true) && !accepts("text")) return { type: "boolean" };
  return accepts(90) ? { oneOf: [{ type: "number" }, { type: "string" }] } : { type: "string" };
}

/** A property for each field; the words of a field are in the first literal that has some. */
function properties(nodes, prefix, literals, isInput, extra = () => ({})) {
  const entries = nodes.map((node) => {
    const sources = literals.map((literal) => fieldSource(literal, node.name));
    const words = sources.map(({ words }) => words).find((text) => text !== "");
    const inside = sources.map(({ members }) => members).filter((members) => members !== undefined);
    return [
      node.name,
      {
        ...typeOf(node, `${prefix}${capital(node.name)}`, inside, isInput),
        ...(words === undefined ? {} : { description: markdown(words) }),
        ...(isInput && node.defaultValue !== undefined ? { default: node.defaultValue } : {}),
        ...(node.secret === true ? { secret: true } : {}),
        ...extra(node),
      },
    ];
  });
  return Object.fromEntries(entries);
}

const required = (nodes) => nodes.filter((node) => node.required).map(({ name }) => name);

const objectType = (nodes, prefix, literals, isInput) => ({
  type: "object",
  properties: properties(nodes, prefix, literals, isInput, replacing),
  required: required(nodes),
});

/** The provider decides what replaces, from the values; `replaceOnChanges` would do it for another spelling too. */
const replacing = (node) => (node.replaces ? { willReplaceOnChanges: true } : {});

/** Fields and what the service adds to them, as one list: an object that both have gets the members of both. */
function merged(fields, outputs) {
  const added = new Map(outputs.map((node) => [node.name, node]));
  const both = fields.map((node) => {
    const more = added.get(node.name);
    added.delete(node.name);
    return more === undefined ? node : { ...node, children: merged(node.children, more.children) };
  });
  return [...both, ...added.values()];
}

function resource(kind) {
  const { fields, outputs } = resources[kind];
  const source = resourceSource(kind);
  const outputNodes = merged(fields, outputs);
  const program = properties(programFields, "", [programSource()], true);
  const always = outputNodes.filter((node) => node.required || node.defaultValue !== undefined);
  return {
    description: markdown(source.words),
    inputProperties: { ...properties(fields, kind, [source.fields], true, replacing), ...program },
    requiredInputs: required(fields),
    properties: {
      ...properties(outputNodes, kind, [source.fields, source.outputs], false),
      ...program,
      tenantId: { type: "string", description: "The tenant that holds the object." },
    },
    required: [...always.map(({ name }) => name), "tenantId"],
    // A stack of the dynamic provider moves over in place. Without it Pulumi would delete live objects.
    aliases: [{ type: typeToken(kind) }],
  };
}

function listFunction(called) {
  const { name, result, args, item } = called;
  const source = functionSource(called);
  const kind = Object.keys(resources).find((each) => `get${each}s`.replace("ys", "ies") === name);
  const words = kind === undefined ? {} : resourceSource(kind);
  const itemName = `Listed${capital(result).replace(/ies$/, "y").replace(/s$/, "")}`;
  const literals = [source.item, words.fields, words.outputs];
  return {
    description: markdown(source.words),
    inputs: { properties: properties(args, capital(name), [source.args], true), required: required(args) },
    outputs: {
      properties: {
        [result]: {
          type: "array",
          items: referTo(itemName, objectType(item, itemName, literals, false)),
        },
      },
      required: [result],
    },
  };
}

function providerProperties() {
  const { args } = providerSource();
  const kinds = { string: "string", boolean: "boolean", number: "number" };
  const entries = settingsTable.map((row) => {
    const { words = row.description, type = "Input<string>" } = args[row.name] ?? {};
    const plain = kinds[/^Input<(\w+)>/.exec(type)?.[1]];
    return [
      row.name,
      {
        ...(plain === undefined ? { type: "array", items: { type: "string" } } : { type: plain }),
        description: `${markdown(words)}\n\nEnvironment: ${row.env.map((each) => `\`${each}\``).join(", ")}.`,
        ...(row.secret === true ? { secret: true } : {}),
      },
    ];
  });
  return Object.fromEntries(entries);
}

const byToken = (entries) => Object.fromEntries(entries.map(([name, each]) => [tokenOf(name), each]));

const resourceSpecs = byToken(Object.keys(resources).map((kind) => [kind, resource(kind)]));
const functionSpecs = byToken(functions.map((called) => [called.name, listFunction(called)]));
const settings = providerProperties();

const schema = {
  name: packageName,
  displayName: "Power Platform",
  description: npm.description,
  keywords: ["pulumi", "power-platform", "category/cloud"],
  license: npm.license,
  publisher: npm.author,
  language: {
    // `pulumi import` writes programs for the classes of this package.
    nodejs: { packageName: `${npm.name}/plugin`, respectSchemaVersion: true },
    python: { packageName: "pulumi_power_platform", respectSchemaVersion: true },
    csharp: { namespaces: { [packageName]: "PowerPlatform" }, respectSchemaVersion: true },
    go: { respectSchemaVersion: true },
  },
  config: { variables: settings },
  types: Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
  provider: { description: providerSource().words, inputProperties: settings },
  resources: resourceSpecs,
  functions: functionSpecs,
};

await writeFileIfChanged("plugin/schema.json", JSON.stringify(schema), "json", "schema.mjs");
