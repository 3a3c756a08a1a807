import { block, capital, indent, quoted } from "./layout.mjs";

const module = "PowerPlatform";

function expression(node) {
  switch (node.is) {
    case "join":
      return `Output.Format($"${node.value.text}{${node.value.idOf}.Id}")`;
    case "enum":
      return `${module}.${node.type}.${capital(node.value)}`;
    case "list":
      return block("new[]\n{", node.items.map(expression), "}");
    case "object":
      return block(`new ${module}.Inputs.${node.type}Args\n{`, members(node.members), "}");
    case "map":
      return block(
        "new Dictionary<string, object>\n{",
        node.members.map((each) => `[${quoted(each.name)}] = ${expression(each)}`),
        "}",
      );
    default:
      return JSON.stringify(node.value);
  }
}

const members = (nodes) => nodes.map((each) => `${capital(each.name)} = ${expression(each)}`);

function statement({ kind, name, called, args, variable }) {
  const made =
    kind === undefined
      ? `${module}.${capital(called)}.Invoke(${args.length === 0 ? "" : block("new()\n{", members(args), "}")})`
      : block(`new ${module}.${kind}(${quoted(name)}, new()\n{`, members(args), "})");
  return `${variable === undefined ? "" : `var ${variable} = `}${made};`;
}

const output = ({ variable, result }) =>
  `[${quoted(variable)}] = ${variable}.Apply(answer => answer.${capital(result)})`;

export function csharp({ statements }) {
  const outputs = statements.filter(({ isExported }) => isExported).map(output);
  const body = [
    ...statements.map(statement),
    ...(outputs.length === 0 ? [] : [`return ${block("new Dictionary<string, object?>\n{", outputs, "}")};`]),
  ];
  return [
    ...(outputs.length === 0 ? [] : ["using System.Collections.Generic;"]),
    `using Pulumi;\nusing ${module} = Pulumi.${module};\n`,
    `return await Deployment.RunAsync(() =>\n{\n${indent(body.join("\n"))}\n});`,
  ].join("\n");
}
