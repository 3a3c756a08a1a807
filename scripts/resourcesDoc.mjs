// Writes docs/resources.md and the table of kinds in README.md from the declarations.
import {
  fieldSource,
  functionSources,
  loaded,
  programArgs,
  programArgsOf,
  programSources,
  resourceSources,
  tagOf,
} from "./declarations.mjs";
import { typeOf } from "./fieldTypes.mjs";
import { table, writeParts } from "./generatedPart.mjs";
import { withoutChange } from "./words.mjs";

const { resources } = loaded("provider/resources");
const { functions } = loaded("provider/functions");

/** The words of a field's type. */
function typeWords(node) {
  const type = typeOf(node);
  if (type === "list") return `list of ${typeWords(node.item)}${node.unordered ? ", in any order" : ""}`;
  if (type === "enum") return node.values.map((value) => `\`"${value}"\``).join(" or ");
  return (
    { guid: "GUID", duration: "text or number", integer: "whole number", json: "map of names to JSON" }[type] ?? type
  );
}

function absence(node) {
  if (node.required) return "required";
  if (node.defaultValue !== undefined) return `default \`${JSON.stringify(node.defaultValue)}\``;
  return node.absent === "cleared" ? "optional; absent: empty" : "optional; absent: the service decides";
}

/** The text of a comment in a table cell. Defaults have a separate column. */
const wordsOf = ({ text, tags }) =>
  [text, ...tags.filter(([name]) => name === "see").map(([name, value]) => `@${name} ${value}`)].join(" ");

/** A row for each field and each field inside it. */
function rows(nodes, literals, inPlace, path = "") {
  return nodes.flatMap((node) => {
    const at = `${path}${node.name}`;
    const { words, members } = fieldSource(literals, node.name, at);
    const inside = node.children ?? node.item?.children;
    const isLeaf = node.children === undefined;
    const own = [`\`${at}\``, typeWords(node), absence(node), isLeaf ? inPlace(node) : "", wordsOf(words)];
    return [own, ...(inside === undefined ? [] : rows(inside, members, inPlace, `${at}${node.item ? "[]" : ""}.`))];
  });
}

function outputRows(nodes, literals, path = "") {
  return nodes.flatMap((node) => {
    const at = `${path}${node.name}`;
    const { words, members } = fieldSource(literals, node.name, at);
    const presence = node.required ? "always" : "may be absent";
    const own = [`\`${at}\``, typeWords(node), presence, withoutChange(words.text)];
    return [own, ...(node.children === undefined ? [] : outputRows(node.children, members, `${at}.`))];
  });
}

const common = programArgs.find(({ type }) => type === "ResourceArgs");

/** How the lifecycle sees a kind. */
function factsOf({ shape, naturalKey, permissions, readBy }, id, takesAdopt) {
  return [
    `Id: ${id}.`,
    ...(takesAdopt
      ? [
          `The same object (for \`adopt\` and before a create): equal ${naturalKey.map((name) => `\`${name}\``).join(", ")}.`,
        ]
      : []),
    readings[shape][readBy],
    `Permissions: ${permissionOf(permissions.read)} to read, ${permissionOf(permissions.write, permissions.writeInRoles)} to change.`,
  ];
}

const objects = {
  id: "Read by its id, after one listing that all resources of the kind share.",
  listing: "Read by listing; the API has no read of a single one.",
};

/** How an object of a shape is read. */
const readings = {
  collection: objects,
  link: objects,
  setting: {
    id: "Read as a member of its parent, after one listing that all resources of the parents share.",
    listing: "Read from a list that resources with the same one share.",
  },
};

const permissionOf = (name, inRoles) =>
  name !== undefined ? `\`${name}\`` : inRoles !== undefined ? `\`${inRoles}\` in roles` : "none is published";

function outputsOf({ outputs }, source) {
  if (outputs.length === 0) return ["All inputs and `tenantId`."];
  const rows = outputRows(outputs, [...source.outputs, ...source.fields]);
  return ["All inputs, `tenantId`, and:", table(["Output", "Type", "", "Meaning"], rows)];
}

/** What a change of a field does. */
function changeOf({ replaces, fixed, writeOnly, children }) {
  if (replaces) return "replaces";
  if (fixed) return "not possible";
  return writeOnly ? (children === undefined ? "only at creation" : "") : "in place";
}

function section(kind) {
  const definition = resources[kind];
  const source = resourceSources.get(kind);
  const program = programArgsOf(definition);
  const takesAdopt = program.nodes.some(({ name }) => name === "adopt");
  const facts = factsOf(definition, tagOf(source.words, "id"), takesAdopt);
  const inputRows = rows(definition.fields, source.fields, changeOf);
  // The inputs of every resource are in a separate table.
  const programRows = [
    ...(program.type === common.type ? [] : rows(program.nodes, programSources, () => "")),
    ...rows(program.own, source.program, () => ""),
  ];
  return [
    `## ${kind}`,
    source.words.text,
    facts.map((fact) => `- ${fact}`).join("\n"),
    "### Inputs",
    table(["Input", "Type", "When absent", "A change", "Meaning"], [...inputRows, ...programRows]),
    "### Outputs",
    ...outputsOf(definition, source),
  ].join("\n\n");
}

const commonTable = table(
  ["Input", "Type", "Meaning"],
  rows(common.nodes, programSources, () => "").map(([name, type, , , words]) => [name, type, words]),
);

/** The first sentence of a comment. */
const sentence = ({ text }) => /^[^]*?\.(?=\s|$)/.exec(text)[0];

const names = (nodes) => nodes.map(({ name }) => `\`${name}\``).join(", ");

/** Names for a cell: settings have more than anybody reads in a line. */
const someNames = (nodes) =>
  nodes.length <= 8 ? names(nodes) : `${names(nodes.slice(0, 3))} and ${nodes.length - 3} others`;

/** A kind in a line, with what changes in place and what needs a new object. */
function overview([kind, { words }]) {
  const { fields } = resources[kind];
  const [replacing, others] = [true, false].map((flag) => fields.filter((node) => node.replaces === flag));
  const inPlace = someNames(others.filter(({ fixed, writeOnly }) => !fixed && !writeOnly)) || "nothing";
  return [
    `\`${kind}\``,
    sentence(words),
    inPlace,
    others.length === 0 ? "everything" : someNames(replacing) || "nothing",
  ];
}

const functionRows = functions.map(({ name, args }) => {
  const [needed, filters] = [true, false].map((flag) => names(args.filter((node) => node.required === flag)));
  return [`\`${name}\``, sentence(functionSources.get(name).words).replace("; also in a preview", ""), needed, filters];
});

await writeParts(
  "docs/resources.md",
  {
    common: commonTable,
    resources: Object.keys(resources).map(section).join("\n\n"),
    functions: table(["Function", "Gives", "Needs", "Optional"], functionRows),
  },
  "generate.mjs",
);
await writeParts(
  "README.md",
  { kinds: table(["Class", "Is", "Changes in place", "Replaces"], [...resourceSources].map(overview)) },
  "generate.mjs",
);
