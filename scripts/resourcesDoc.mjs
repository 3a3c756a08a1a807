// Writes docs/resources.md: facts from the compiled declarations in provider/resources, words from their JSDoc comments.
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { root, table, writeParts } from "./generatedPart.mjs";

const load = createRequire(import.meta.url);
const { resources } = load(join(root, "dist/provider/resources"));
const { programFields } = load(join(root, "dist/provider/lifecycle/programFields"));

const parse = (path) =>
  ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);

const fileOf = (kind) => `${kind[0].toLowerCase()}${kind.slice(1)}.ts`;

/** The text of the JSDoc comment of a node; blocks of code keep their lines. */
function comment(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return doc === undefined ? "" : (ts.getTextOfJSDocComment(doc.comment) ?? "");
}

/** Every node below `node`, depth first. */
function* nodesBelow(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesBelow(child);
  }
}

const find = (node, test) => {
  for (const each of nodesBelow(node)) if (test(each)) return each;
  return undefined;
};

const propertyOf = (literal, name) =>
  literal?.properties.find(
    (property) => ts.isPropertyAssignment(property) && property.name.getText() === name,
  );

/** The source of a field: its comment, and of an object the literal with its members. */
function fieldSource(property) {
  const members = property && find(property, ts.isObjectLiteralExpression);
  const isObject = property && /^(?:\w+\(\s*)*object\(/.test(property.initializer.getText());
  return { words: property === undefined ? "" : comment(property), members: isObject ? members : undefined };
}

/** The words of a field's type. `oneOf` says its values when it refuses one. */
function typeOf(node) {
  if (node.item !== undefined) return `list of ${typeOf(node.item)}${node.unordered ? ", in any order" : ""}`;
  if (node.children !== undefined) return "object";
  const refusal = node.refuse?.("?", {});
  const values = /^must be one of (.*), not "\?"/.exec(refusal ?? "")?.[1];
  if (values !== undefined)
    return values
      .split(", ")
      .map((value) => `\`"${value}"\``)
      .join(" or ");
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
    const { words, members } = fieldSource(propertyOf(literal, node.name));
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
    const { words, members } = fieldSource(propertyOf(literal, node.name));
    const at = `${path}${node.name}`;
    const presence = node.required ? "always" : "may be absent";
    const own = [`\`${at}\``, typeOf(node), presence, words];
    return [own, ...(node.children === undefined ? [] : outputRows(node.children, members, `${at}.`))];
  });
}

function section(kind) {
  const definition = resources[kind];
  const call = find(
    parse(`provider/resources/${fileOf(kind)}`),
    (node) => ts.isCallExpression(node) && node.expression.getText() === "defineResource",
  );
  const [declaration] = call.arguments;
  const literalOf = (name) => propertyOf(declaration, name)?.initializer;
  const shell = find(parse(`sdk/${fileOf(kind)}`), ts.isClassDeclaration);
  const example = definition.address.id({ scope: "tenant" }, "{guid}");
  const facts = [
    `Id: \`${example}\`${kind === "RoleAssignment" ? "; below a group or environment with its path in front, such as `/environments/{id}/roleAssignments/{guid}`" : ""}.`,
    `The same object (for \`adopt\` and before a create): equal ${definition.naturalKey.map((name) => `\`${name}\``).join(", ")}.`,
    `Read ${definition.readBy === "id" ? "by its id, after one listing that all resources of the kind share" : "by listing; the API has no read of a single one"}.`,
    `Permissions: \`${definition.permissions.read}\` to read, \`${definition.permissions.write}\` to change.`,
  ];
  return [
    `## ${kind}`,
    comment(shell),
    facts.map((fact) => `- ${fact}`).join("\n"),
    "### Inputs",
    table(
      ["Input", "Type", "When absent", "A change", "Meaning"],
      rows(definition.fields, literalOf("fields"), (node) =>
        node.replaces || definition.update === undefined ? "replaces" : "in place",
      ),
    ),
    "### Outputs",
    "All inputs, `tenantId`, and:",
    table(["Output", "Type", "", "Meaning"], outputRows(definition.outputs, literalOf("outputs"))),
  ].join("\n\n");
}

const shape = find(
  parse("provider/lifecycle/programFields.ts"),
  (node) => ts.isVariableDeclaration(node) && node.name.getText() === "programShape",
).initializer;
const common = table(
  ["Input", "Type", "Meaning"],
  rows(programFields, shape, () => "").map(([name, type, , , words]) => [name, type, words]),
);

await writeParts(
  "docs/resources.md",
  { common, resources: Object.keys(resources).map(section).join("\n\n") },
  "resourcesDoc.mjs",
);
