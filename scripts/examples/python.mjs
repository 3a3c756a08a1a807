import { block, quoted, snake } from "./layout.mjs";

const module = "power_platform";

const constant = (value) => snake(value).toUpperCase();

function expression(node) {
  switch (node.is) {
    case "join":
      return `pulumi.Output.concat(${quoted(node.value.text)}, ${snake(node.value.idOf)}.id)`;
    case "enum":
      return `${module}.${node.type}.${constant(node.value)}`;
    case "boolean":
      return node.value ? "True" : "False";
    case "list":
      return block("[", node.items.map(expression), "]");
    case "object":
      return block(
        "{",
        node.members.map((each) => `${quoted(snake(each.name))}: ${expression(each)}`),
        "}",
      );
    case "map":
      return block(
        "{",
        node.members.map((each) => `${quoted(each.name)}: ${expression(each)}`),
        "}",
      );
    default:
      return JSON.stringify(node.value);
  }
}

function statement({ kind, name, called, result, args, variable, isExported }) {
  const given = args.map((each) => `${snake(each.name)}=${expression(each)}`);
  const made =
    kind === undefined
      ? block(`${module}.${snake(called)}(`, given, ")")
      : block(`${module}.${kind}(`, [quoted(name), ...given], ")");
  const lines = [variable === undefined ? made : `${snake(variable)} = ${made}`];
  if (isExported) lines.push(`pulumi.export(${quoted(variable)}, ${snake(variable)}.${snake(result)})`);
  return lines.join("\n");
}

export function python({ statements }) {
  const text = statements.map(statement).join("\n");
  const imports = [...(text.includes("pulumi.") ? ["import pulumi"] : []), `import pulumi_${module} as ${module}`];
  return `${imports.join("\n")}\n\n${text}`;
}
