// Reads the TypeScript of an example in a JSDoc comment as data, from which the other languages are written.
import ts from "typescript";

/**
 * What an example says. A statement makes a resource (`kind`) or calls a function (`called`); `variable` is what the
 * program calls it, `isExported` says that it is an output of the stack. A value is a string, a number, a boolean, a
 * list, an object, or `{ text, idOf }`: a text and after it the id of the resource in the variable `idOf`.
 */
export function readExample(code) {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  if (file.parseDiagnostics.length > 0) throw new Error(`An example does not parse:\n${code}`);
  const statements = file.statements.map(readStatement);
  for (const { variable, isExported } of statements) if (variable && !isExported) expectUse(code, variable);
  return { code, statements, names: namesIn(file) };
}

/** Go refuses a variable that is not used. */
function expectUse(code, variable) {
  const uses = code.match(new RegExp(`\\b${variable}\\b(?!")`, "g")) ?? [];
  if (uses.length < 2) throw new Error(`The variable ${variable} of an example is not used:\n${code}`);
}

function readStatement(statement) {
  if (ts.isExpressionStatement(statement)) return readMade(statement.expression);
  const [declaration] = statement.declarationList.declarations;
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  return { ...readMade(declaration.initializer), variable: declaration.name.getText(), isExported };
}

function readMade(made) {
  const name = made.expression.getText();
  if (ts.isNewExpression(made)) {
    const [resourceName, args] = made.arguments;
    return { kind: name, name: resourceName.text, args: readValue(args) };
  }
  const [args] = made.arguments;
  return { called: name.replace(/Output$/, ""), args: args === undefined ? {} : readValue(args) };
}

function readValue(node) {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return node.kind === ts.SyntaxKind.TrueKeyword;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(readValue);
  if (ts.isObjectLiteralExpression(node))
    return Object.fromEntries(node.properties.map(({ name, initializer }) => [name.text, readValue(initializer)]));
  if (ts.isCallExpression(node)) return readScope(node);
  throw new Error(`An example may not hold ${node.getText()}`);
}

/** A scope is text in every other language. */
function readScope(call) {
  const [of] = call.arguments;
  switch (call.expression.getText()) {
    case "scopes.tenant":
      return "tenant";
    case "scopes.environmentGroup":
      return { text: "/environmentGroups/", idOf: of.getText() };
    case "scopes.environment":
      return `/environments/${of.text}`;
    default:
      throw new Error(`An example may not call ${call.expression.getText()}`);
  }
}

/** What the example needs of the package: classes, functions, `scopes`. */
function namesIn(file) {
  const names = new Set();
  const visit = (node) => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const { expression } = node;
      names.add((ts.isPropertyAccessExpression(expression) ? expression.expression : expression).getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...names].sort();
}
