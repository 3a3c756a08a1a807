import { createHash } from "node:crypto";

import type { ResourceDefinition } from "./define";
import { canonicalForm, type FieldNode, type Values } from "./fieldTree";

/** What a create makes, in a word: equal for inputs, or recorded outputs, with the same natural key in the same tenant. */
export function createKey(definition: ResourceDefinition, values: Values, tenantId: string): string {
  const key = definition.fields
    .filter((node) => definition.naturalKey.includes(node.name))
    .map((node) => canonicalForm(declaredPart(node), values[node.name]));
  return createHash("sha256")
    .update(JSON.stringify([tenantId.toLowerCase(), definition.kind, key]))
    .digest("hex");
}

/** Without members that the program may leave to the service: outputs have them and inputs do not. */
const declaredPart = (node: FieldNode): FieldNode =>
  node.children === undefined
    ? node
    : {
        ...node,
        children: node.children.filter(({ absent }) => absent !== "computed").map(declaredPart),
      };
