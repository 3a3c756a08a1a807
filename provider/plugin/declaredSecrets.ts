import type { ResourceDefinition } from "../declare/define";
import type { FieldNode } from "../declare/fieldTree";
import type { Secrets } from "./values";

/** The inputs and outputs that a kind declares secret, whatever the program says of them. */
export const declaredSecrets = ({ fields, outputs }: ResourceDefinition): Secrets => secretsOf([...fields, ...outputs]);

function secretsOf(nodes: readonly FieldNode[]): Secrets {
  const entries = nodes.flatMap((node) => {
    const inside = node.secret === true || node.item?.secret === true ? true : secretsOf(node.children ?? []);
    return inside === undefined ? [] : [[node.name, inside] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
