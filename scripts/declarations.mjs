// Declarations as the generators read them: facts from the modules themselves, words from the JSDoc comments in their sources.
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { root } from "./generatedPart.mjs";

const load = createRequire(import.meta.url);

// Sources are loaded directly, so generated files do not depend on the last build.
load.extensions[".ts"] = (module, file) => {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  };
  module._compile(ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions }).outputText, file);
};

/** A module of this package. */
export const loaded = (path) => load(join(root, path));

const parsed = new Map();

/** The syntax tree of a source. */
export function parse(path) {
  const known =
    parsed.get(path) ?? ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
  parsed.set(path, known);
  return known;
}

/** What a JSDoc comment says: its text, in which blocks of code keep their lines, and its tags. */
function comment(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  if (doc === undefined) return undefined;
  const tags = (doc.tags ?? []).map((tag) => [tag.tagName.text, textOf(tag)]);
  return { text: ts.getTextOfJSDocComment(doc.comment) ?? "", tags };
}

/** TypeScript reads the first word after `@see` as a name. */
const textOf = (tag) =>
  tag
    .getText()
    .replace(/^@\w+\s*/, "")
    .replace(/\s*\n\s*\*\s*/g, " ")
    .trim();

/** What a tag such as `@id` says. */
export const tagOf = (words, name) => words.tags.find(([each]) => each === name)?.[1];

/** The initializer of a constant, or the function of this name, in a source. */
function declared(path, name) {
  for (const statement of parse(path).statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name.text === name) return { statement, value: statement };
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((each) => each.name.getText() === name);
    if (found !== undefined) return { statement, value: found.initializer };
  }
  return undefined;
}

/** Where a name that a source uses is declared: in the source itself, or in the one that it is imported from. */
function origin(identifier) {
  const { fileName: path, statements } = identifier.getSourceFile();
  for (const statement of statements) {
    if (!ts.isImportDeclaration(statement) || !statement.moduleSpecifier.text.startsWith(".")) continue;
    const imports = statement.importClause?.namedBindings?.elements ?? [];
    const one = imports.find((each) => each.name.text === identifier.text);
    if (one === undefined) continue;
    const from = posix.join(posix.dirname(path), `${statement.moduleSpecifier.text}.ts`);
    return { path: from, name: (one.propertyName ?? one.name).text };
  }
  return { path, name: identifier.text };
}

/** The module with the words of fields: what they are given is what they hold. */
const isFieldWord = ({ path }) => path === "provider/declare/fields.ts";

/** The literal with the members of a field's schema, where it has some. */
function membersIn(node) {
  if (node === undefined) return undefined;
  if (ts.isObjectLiteralExpression(node)) return node;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return membersIn(node.expression);
  if (ts.isIdentifier(node)) return membersIn(valueOf(origin(node)));
  if (ts.isArrowFunction(node)) return membersIn(resultOf(node.body));
  if (ts.isFunctionDeclaration(node)) return membersIn(resultOf(node.body));
  if (ts.isPropertyAccessExpression(node)) return shapeIn(node);
  if (!ts.isCallExpression(node)) return undefined;
  // `text().optional()` is about `text()`.
  if (ts.isPropertyAccessExpression(node.expression)) return membersIn(node.expression.expression);
  const called = origin(node.expression);
  if (!isFieldWord(called)) return membersIn(valueOf(called));
  const [held] = node.arguments;
  // The only argument of words such as `text` says more of the field itself.
  return held !== undefined && (called.name === "object" || !ts.isObjectLiteralExpression(held))
    ? membersIn(held)
    : undefined;
}

const valueOf = ({ path, name }) => declared(path, name)?.value;

const resultOf = (body) => (ts.isBlock(body) ? body.statements.find(ts.isReturnStatement)?.expression : body);

/**
 * `billingPolicy.inputShape` is the literal that was declared as its fields, and `environments.itemShape` that of its items; `programShape.timeouts` is what that member of
 * the literal holds.
 */
function shapeIn({ expression, name }) {
  const members = { inputShape: "fields", outputShape: "outputs", itemShape: "item" }[name.text];
  const of = ts.isIdentifier(expression) ? valueOf(origin(expression)) : undefined;
  if (of === undefined) return undefined;
  if (ts.isObjectLiteralExpression(of)) return membersIn(propertyOf(of, name.text)?.initializer);
  return members && membersIn(propertyOf(of.arguments[0], members)?.initializer);
}

const propertyOf = (literal, name) => literal.properties.find((property) => property.name?.getText() === name);

/**
 * A member of a literal in words: its comment, and the literals with its own members. What is written later in the literal
 * wins; what other literals are spread into it comes after that.
 */
function memberIn(literal, name) {
  const own = propertyOf(literal, name);
  if (own !== undefined) {
    const value = ts.isShorthandPropertyAssignment(own) ? own.name : own.initializer;
    return { words: comment(own), members: [membersIn(value)].filter((each) => each !== undefined) };
  }
  const spread = literal.properties.filter(ts.isSpreadAssignment).map(({ expression }) => membersIn(expression));
  const found = spread.filter((each) => each !== undefined).map((each) => memberIn(each, name));
  return found.find((each) => each !== undefined);
}

/** A field in words, from the literals in which it may be declared. A field without any ends the generator. */
export function fieldSource(literals, name, path = name) {
  const found = literals.map((literal) => memberIn(literal, name)).filter((each) => each !== undefined);
  const words = found.find((each) => each.words !== undefined)?.words;
  if (words === undefined) {
    const files = literals.map((literal) => literal.getSourceFile().fileName);
    throw new Error(`${path} has no comment: describe it in ${[...new Set(files)].join(" or ")}`);
  }
  return { words, members: found.flatMap(({ members }) => members) };
}

/** The constant that a literal is part of, with where it is declared and its comment. */
export function constantOf(literal) {
  let node = literal;
  while (node.parent !== undefined && !ts.isSourceFile(node.parent)) node = node.parent;
  const [declaration] = ts.isVariableStatement(node) ? node.declarationList.declarations : [];
  return { path: node.getSourceFile().fileName, name: declaration?.name.getText(), words: comment(node) };
}

/** Every declaration in the files of the namespaces of a folder: a constant that a word of definition makes of a literal. */
const declarations = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((path) => /\/\w+\/\w+\.ts$/.test(path.slice(folder.length)))
    .sort()
    .flatMap((path) =>
      parse(path)
        .statements.filter(ts.isVariableStatement)
        .flatMap((statement) => {
          const [{ name: constant, initializer }] = statement.declarationList.declarations;
          if (!initializer || !ts.isCallExpression(initializer)) return [];
          if (!/^define[A-Z]\w*$/.test(initializer.expression.getText())) return [];
          const [literal] = initializer.arguments;
          return [{ path, constant: constant.text, literal, words: comment(statement) }];
        }),
    );

const textAt = (literal, name) => propertyOf(literal, name).initializer.text;

const literalAt = (literal, name) =>
  [membersIn(propertyOf(literal, name)?.initializer)].filter((each) => each !== undefined);

/** Every kind of resource in words: where it is declared, what its comment says, and the literals with its fields and outputs. */
export const resourceSources = new Map(
  declarations("provider/resources").map(({ literal, ...rest }) => [
    textAt(literal, "kind"),
    {
      ...rest,
      fields: literalAt(literal, "fields"),
      outputs: literalAt(literal, "outputs"),
      program: literalAt(literal, "program"),
    },
  ]),
);

/** Every function in words, by its name. */
export const functionSources = new Map(
  declarations("provider/functions").map(({ literal, ...rest }) => [
    textAt(literal, "name"),
    { ...rest, args: literalAt(literal, "args"), item: literalAt(literal, "item") },
  ]),
);

const programFile = "provider/declare/programFields.ts";

/** The literals with the inputs that tell the provider what to do, such as `programShape`. */
export const programSources = parse(programFile)
  .statements.filter(ts.isVariableStatement)
  .map(({ declarationList }) => declarationList.declarations[0])
  .filter(
    ({ name, initializer }) =>
      /ProgramShape$|^programShape$/.test(name.text) && ts.isObjectLiteralExpression(initializer),
  )
  .map(({ initializer }) => initializer);

/** Each set of such inputs that there is, with the name of its interface: `ResourceArgs`, or `SettingResourceArgs` of settings. */
export const programArgs = Object.entries(loaded(programFile))
  .filter(([name]) => /programFields$/i.test(name))
  .map(([name, nodes]) => {
    const prefix = name.replace(/programFields$/i, "");
    return { nodes, type: `${prefix === "" ? "" : prefix[0].toUpperCase() + prefix.slice(1)}ResourceArgs` };
  });

/** The set of a kind, and the inputs of this sort that only it has. */
export function programArgsOf({ programFields }) {
  const isIn = (nodes) => nodes.every((node) => programFields.includes(node));
  const set = programArgs.find(({ nodes }) => isIn(nodes)) ?? programArgs.find(({ type }) => type === "ResourceArgs");
  return { ...set, own: programFields.filter((node) => !set.nodes.includes(node)) };
}

/** The arguments of the provider in words: comment and type of each. */
export function providerSource() {
  const shape = parse("sdk/provider.ts").statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === "ProviderArgs",
  );
  const entries = shape.members.map((member) => [
    member.name.getText(),
    { words: comment(member), type: member.type.getText() },
  ]);
  return { words: comment(shape), args: Object.fromEntries(entries) };
}
