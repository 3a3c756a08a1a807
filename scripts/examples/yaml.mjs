import { stringify } from "yaml";

const expression = (node) => {
  if (node.is === "join") return `${node.value.text}\${${node.value.idOf}.id}`;
  if (node.is === "list") return node.items.map(expression);
  if (node.is === "object" || node.is === "map") return namesAndValues(node.members);
  return node.value;
};

const namesAndValues = (nodes) => Object.fromEntries(nodes.map((each) => [each.name, expression(each)]));

const filled = (sections) =>
  Object.fromEntries(Object.entries(sections).filter(([, section]) => Object.keys(section).length > 0));

export function yaml({ statements }, { packageName }) {
  const [resources, variables, outputs] = [{}, {}, {}];
  for (const { kind, name, called, result, args, variable, isExported } of statements) {
    if (kind === undefined) {
      const invoke = { function: `${packageName}:${called}`, arguments: namesAndValues(args) };
      variables[variable] = { "fn::invoke": invoke };
      if (isExported) outputs[variable] = `\${${variable}.${result}}`;
    } else {
      // The key is what other resources call it; the name is said where it is another.
      const key = variable ?? name;
      const named = key === name ? {} : { name };
      resources[key] = { type: `${packageName}:${kind}`, ...named, properties: namesAndValues(args) };
    }
  }
  return stringify(filled({ resources, variables, outputs }), { lineWidth: 0 }).trim();
}
