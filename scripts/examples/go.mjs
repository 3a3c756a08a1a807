import { block, capital, indent, quoted } from "./layout.mjs";

const module = "powerplatform";
const wrappers = { string: "String", number: "Float64", integer: "Int", boolean: "Bool", any: "Any" };
const tab = { by: "\t" };

/** A value as input of a resource. */
function input(node) {
  switch (node.is) {
    case "join":
      return `pulumi.Sprintf(${quoted(`${node.value.text}%v`)}, ${node.value.idOf}.ID())`;
    case "enum":
      return `${module}.${node.type}${capital(node.value)}`;
    case "list":
      return block(`${listType(node)}{`, node.items.map(input), "}", tab);
    case "object":
      return block(`&${module}.${node.type}Args{`, fields(node.members, input), "}", tab);
    case "map":
      return block(
        "pulumi.Map{",
        node.members.map((each) => `${quoted(each.name)}: ${input(each)}`),
        "}",
        tab,
      );
    default:
      return `pulumi.${wrappers[node.is]}(${JSON.stringify(node.value)})`;
  }
}

const listType = ({ items: [first] }) =>
  first.is === "object" ? `${module}.${first.type}Array` : `pulumi.${wrappers[first.is]}Array`;

/** A value as argument of a function: plain, behind a pointer where it may be left out. */
const plain = (node) =>
  node.isRequired ? JSON.stringify(node.value) : `pulumi.${wrappers[node.is]}Ref(${JSON.stringify(node.value)})`;

/** Names and values in columns, as gofmt has them: values start at the same place until one takes several lines. */
function fields(nodes, write) {
  const entries = nodes.map((each) => [`${capital(each.name)}:`, write(each)]);
  const groups = [];
  for (const entry of entries) {
    const isLong = entry[1].includes("\n");
    if (isLong || groups.at(-1) === undefined || groups.at(-1).isLong) groups.push({ isLong, entries: [entry] });
    else groups.at(-1).entries.push(entry);
  }
  return groups.flatMap((group) => {
    const width = Math.max(...group.entries.map(([name]) => name.length));
    return group.entries.map(([name, value]) => `${name.padEnd(width)} ${value}`);
  });
}

function statement({ kind, name, called, result, args, variable, isExported }, index) {
  const target = variable ?? "_";
  const assign = `${target}, err ${variable === undefined && index > 0 ? "=" : ":="}`;
  const made =
    kind === undefined
      ? call(called, args)
      : block(`${module}.New${kind}(ctx, ${quoted(name)}, &${module}.${kind}Args{`, fields(args, input), "})", tab);
  const lines = [`${assign} ${made}`, "if err != nil {\n\treturn err\n}"];
  if (isExported) lines.push(`ctx.Export(${quoted(variable)}, pulumi.Any(${variable}.${capital(result)}))`);
  return lines.join("\n");
}

const call = (called, args) =>
  block(`${module}.${capital(called)}(ctx, &${module}.${capital(called)}Args{`, fields(args, plain), "})", tab);

export function go({ statements }, { goPackage }) {
  const body = [...statements.map(statement), "return nil"].join("\n");
  return [
    "package main\n",
    `import (\n\t${quoted(goPackage)}\n\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n)\n`,
    `func main() {\n\tpulumi.Run(func(ctx *pulumi.Context) error {\n${indent(body, "\t\t")}\n\t})\n}`,
  ].join("\n");
}
