// Writes docs/resources.md: facts from the compiled declarations in provider/resources, words from their JSDoc comments.
import { compiled, fieldSource, programSource, resourceSource } from "./declarations.mjs";
import { table, writeParts } from "./generatedPart.mjs";

const { resources } = compiled("provider/resources");
const { programFields } = compiled("provider/declare/programFields");

/** The words of a field's type. */
function typeOf(node) {
  if (node.item !== undefined) return `list of ${typeOf(node.item)}${node.unordered ? ", in any order" : ""}`;
  if (node.children !== undefined) return "object";
  if (node.values !== undefined) return node.values.map((value) => `\`"${value}"\``).join(" or ");
  if (isValid(node, "00000000-0000-4000-8000-000000000000") && !isValid(node, "text")) return "GUID";
  if (isValid(node, true)) return "boolean";
  return isValid(node, "text") ? "text" : "text or number";
}

const isValid = (node, value) => node.schema.safeParse(value).success;

function absence(node) {
  if (node.required) return "required";
  if (node.defaultValue !== undefined) return `default \`${JSON.stringify(node.defaultValue)}\``;
  return node.absent === "cleared" ? "optional; absent: empty" : "optional; absent: the service decides";
}

/** A row for each field and each field inside it. */
function rows(nodes, literal, inPlace, path = "") {
  return nodes.flatMap((node) => {
    const { words, members } = fieldSource(literal, node.name);
    const at = `${path}${node.name}`;
    const inside = node.children ?? node.item?.children;
    const isLeaf = node.children === undefined;
    const own = [`\`${at}\``, typeOf(node), absence(node), isLeaf ? inPlace(node) : "", words];
    return [
      own,
      ...(inside === undefined ? [] : rows(inside, members, inPlace, `${at}${node.item ? "[]" : ""}.`)),
    ];
  });
}

function outputRows(nodes, literal, path = "") {
  return nodes.flatMap((node) => {
    const { words, members } = fieldSource(literal, node.name);
    const at = `${path}${node.name}`;
    const presence = node.required ? "always" : "may be absent";
    const own = [`\`${at}\``, typeOf(node), presence, words];
    return [own, ...(node.children === undefined ? [] : outputRows(node.children, members, `${at}.`))];
  });
}

function section(kind) {
  const definition = resources[kind];
  const source = resourceSource(kind);
  const example = definition.address.id({ scope: "tenant" }, "{guid}");
  const facts = [
    `Id: \`${example}\`${kind === "RoleAssignment" ? "; below a group or environment with its path in front, such as `/environments/{id}/roleAssignments/{guid}`" : ""}.`,
    `The same object (for \`adopt\` and before a create): equal ${definition.naturalKey.map((name) => `\`${name}\``).join(", ")}.`,
    `Read ${definition.readBy === "id" ? "by its id, after one listing that all resources of the kind share" : "by listing; the API has no read of a single one"}.`,
    `Permissions: \`${definition.permissions.read}\` to read, \`${definition.permissions.write}\` to change.`,
  ];
  return [
    `## ${kind}`,
    source.words,
    facts.map((fact) => `- ${fact}`).join("\n"),
    "### Inputs",
    table(
      ["Input", "Type", "When absent", "A change", "Meaning"],
      rows(definition.fields, source.fields, (node) =>
        node.replaces || definition.update === undefined ? "replaces" : "in place",
      ),
    ),
    "### Outputs",
    "All inputs, `tenantId`, and:",
    table(["Output", "Type", "", "Meaning"], outputRows(definition.outputs, source.outputs)),
  ].join("\n\n");
}

const common = table(
  ["Input", "Type", "Meaning"],
  rows(programFields, programSource(), () => "").map(([name, type, , , words]) => [name, type, words]),
);

await writeParts(
  "docs/resources.md",
  { common, resources: Object.keys(resources).map(section).join("\n\n") },
  "resourcesDoc.mjs",
);
