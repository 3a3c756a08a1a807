import { type FieldNode, isSame } from "./fieldTree";
import { isEmpty, isValues, type Values } from "./plainValues";
import { containsUnknown } from "./unknown";

/** A declared field with a different live value. */
export interface Change {
  /** Path of the property, such as `billingInstrument.resourceGroup`. */
  readonly path: string;
  readonly node: FieldNode;
  readonly live: unknown;
  readonly declared: unknown;
  readonly replaces: boolean;
}

/**
 * The changes from the live object to the declared one. Compares declared fields only, so what the service adds is never a
 * change. An unknown value is a change, because it may differ.
 */
export function compare(fields: readonly FieldNode[], live: Values, declared: Values, path = ""): Change[] {
  return fields.flatMap((node) =>
    compareField(node, live[node.name], declared[node.name], path === "" ? node.name : `${path}.${node.name}`),
  );
}

function compareField(node: FieldNode, live: unknown, declared: unknown, path: string): Change[] {
  const change: Change = { path, node, live, declared, replaces: node.replaces };
  const isAbsent = declared === undefined || declared === null;
  if (isAbsent && node.absent === "computed") return [];
  if (node.children !== undefined && (isAbsent || isValues(declared))) {
    return compare(node.children, isValues(live) ? live : {}, isAbsent ? {} : declared, path);
  }
  if (isAbsent) return isEmpty(live) ? [] : [change];
  if (containsUnknown(declared)) return [change];
  return isSame(node, live, declared) ? [] : [change];
}
