// What the sources say in words of what the compiled declarations say in facts: JSDoc comments of fields, classes and functions.
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./generatedPart.mjs";

const load = createRequire(import.meta.url);

/** A compiled module of this package. */
export const compiled = (path) => load(join(root, "dist", path));

export const parse = (path) =>
  ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);

/** The text of the JSDoc comment of a node; blocks of code keep their lines. */
export function comment(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return doc === undefined ? "" : (ts.getTextOfJSDocComment(doc.comment) ?? "");
}

/** What the comment of a method says of a parameter. */
const parameterComment = (method, name) =>
  ts.getAllJSDocTags(method, ts.isJSDocParameterTag).find((tag) => tag.name.getText() === name).comment;

/** Every node below `node`, depth first. */
function* nodesBelow(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesBelow(child);
  }
}

export const find = (node, test) => {
  for (const each of nodesBelow(node)) if (test(each)) return each;
  return undefined;
};

export const propertyOf = (literal, name) =>
  literal?.properties.find(
    (property) => ts.isPropertyAssignment(property) && property.name.getText() === name,
  );

/** The source of a field: its comment, and of an object the literal with its members. */
export function fieldSource(literal, name) {
  const property = propertyOf(literal, name);
  const members = property && find(property, ts.isObjectLiteralExpression);
  const isObject = property && /^(?:\w+\(\s*)*object\(/.test(property.initializer.getText());
  return { words: property === undefined ? "" : comment(property), members: isObject ? members : undefined };
}

const fileOf = (kind) => `${kind[0].toLowerCase()}${kind.slice(1)}.ts`;

/** The path of a file in one of the namespaces of a folder. */
const within = (folder, file) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith(`/${file}`))
    .map((path) => `${folder}/${path}`)[0];

/** A kind in words: the comment of its class, what its id is, and the literals with its fields and outputs. */
export function resourceSource(kind) {
  const [declaration] = callOf(within("provider/resources", fileOf(kind)), "defineResource").arguments;
  const shell = find(parse(`sdk/${fileOf(kind)}`), ts.isClassDeclaration);
  return {
    words: comment(shell),
    id: parameterComment(find(shell, ts.isMethodDeclaration), "id"),
    fields: propertyOf(declaration, "fields")?.initializer,
    outputs: propertyOf(declaration, "outputs")?.initializer,
  };
}

/** A function in words: the comment of what programs call, and the literals with its arguments and what an item has. */
export function functionSource({ name, result }) {
  const [declaration] = callOf(within("provider/functions", `${result}.ts`), "defineList").arguments;
  const called = find(
    parse("sdk/functions.ts"),
    (node) => ts.isVariableStatement(node) && node.declarationList.declarations[0]?.name.getText() === name,
  );
  return {
    words: comment(called),
    args: propertyOf(declaration, "args")?.initializer,
    item: propertyOf(declaration, "item")?.initializer,
  };
}

/** The literal with the inputs that every resource takes. */
export const programSource = () =>
  find(
    parse("provider/declare/programFields.ts"),
    (node) => ts.isVariableDeclaration(node) && node.name.getText() === "programShape",
  ).initializer;

/** The arguments of the provider in words: comment and type of each. */
export function providerSource() {
  const shape = find(
    parse("sdk/provider.ts"),
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === "ProviderArgs",
  );
  const entries = shape.members.map((member) => [
    member.name.getText(),
    { words: comment(member), type: member.type.getText() },
  ]);
  return { words: comment(shape), args: Object.fromEntries(entries) };
}

const callOf = (path, name) =>
  find(parse(path), (node) => ts.isCallExpression(node) && node.expression.getText() === name);
