import { isSame, isUnchangeable } from "./compare";
import type { ResourceDefinition, SettingDefinition } from "./define";
import { hasItems, hasMembers, type Visit, walk, walkField } from "./fieldTree";
import { containsUnknown, isAbsent, isValues, UNKNOWN, type Values } from "./plainValues";

/** Version of the recorded outputs. It increases when their shape changes. */
export const schemaVersion = 1;

/** Outputs that every kind has. */
export interface RecordedOutputs {
  /** Tenant that holds the object. */
  readonly tenantId: string;
  readonly schemaVersion: number;
  /** Paths of inputs that the program left to the service, so a refresh does not treat them as declared. */
  readonly undeclared?: readonly string[];
  /** The object was imported, and what it was created with is not known. */
  readonly imported?: true;
}

/**
 * The recorded outputs of a live object: its inputs, in the program's spelling if that means the same, what the service
 * adds, and the tenant. `declared` are the program's inputs or the outputs of an earlier record.
 */
export function recordOutputs(
  definition: ResourceDefinition,
  live: Values,
  declared: Values,
  tenantId: string,
): Values & RecordedOutputs {
  const inputs = inputsOf(definition, declared);
  const undeclared: string[] = [];
  const own = walk(definition.fields, [live, inputs], (node, [current, written], inside, path) => {
    if (node.absent === "computed" && written === undefined && !isAbsent(current)) undeclared.push(path);
    if (hasMembers(node, current) || (node.writeOnly === true && hasMembers(node, written))) return inside();
    const isKept = isUnchangeable(node) || isSame(node, current, written);
    if (written !== undefined && !containsUnknown(written) && isKept) return written;
    return typeof current === "string" ? (node.read?.(current) ?? current) : walkField(node, [current], asDeclared);
  });
  return {
    ...mergeDeep(walk(definition.outputs, [live], asDeclared), own),
    ...walk(definition.programFields, [inputs], asDeclared),
    tenantId,
    schemaVersion,
    ...(undeclared.length > 0 ? { undeclared } : {}),
  };
}

/** The declared members of a value. Null means absent. */
const asDeclared: Visit = (node, [value], inside) =>
  hasMembers(node, value) || hasItems(node, value) ? inside() : (value ?? undefined);

const mergeDeep = (a: Values, b: Values): Values => {
  const result: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const before = result[name];
    result[name] = isValues(before) && isValues(value) ? mergeDeep(before, value) : value;
  }
  return result;
};

/** The inputs in recorded outputs: what the program declares, or would have to declare for the live object. */
export function inputsOf({ fields, programFields }: ResourceDefinition, outputs: Values): Values {
  const undeclared: ReadonlySet<unknown> = new Set(Array.isArray(outputs.undeclared) ? outputs.undeclared : []);
  return walk([...fields, ...programFields], [outputs], (node, [value], inside, path) => {
    if (undeclared.has(path)) return undefined;
    return hasMembers(node, value) ? inside() : value;
  });
}

/** Outputs that no live object has: what settings were before, and when the record adopted its object. */
export const keptOutputs = (outputs: Values): Values =>
  Object.fromEntries(["found", "adoptedAt"].filter((name) => name in outputs).map((name) => [name, outputs[name]]));

/** Whether outputs were recorded by this provider. A `get` has none. */
export const isRecorded = (outputs: Values): boolean => outputs.schemaVersion !== undefined;

/**
 * The outputs that a preview knows: the inputs as the program spells them, and the outputs of an existing object that an update
 * does not change. The others are unknown.
 * @param olds outputs of an object that exists
 */
export function previewOutputs(
  definition: ResourceDefinition,
  inputs: Values,
  tenantId: string | undefined,
  olds?: Values,
): Values {
  const kept = (value: unknown): unknown => (olds === undefined ? UNKNOWN : value);
  const own = walk(definition.fields, [inputs, olds], (node, [declared, old], inside) => {
    if (isAbsent(declared)) return node.absent === "computed" && node.writeOnly !== true ? kept(old) : undefined;
    return hasMembers(node, declared) ? inside() : declared;
  });
  const added = walk(definition.outputs, [own, olds], (node, [field, old], inside) => {
    if (hasMembers(node, field)) return inside();
    return node.renewed === true ? UNKNOWN : kept(old);
  });
  return {
    ...mergeDeep(own, added),
    ...walk(definition.programFields, [inputs], asDeclared),
    tenantId: olds?.tenantId ?? tenantId ?? UNKNOWN,
    schemaVersion,
  };
}

/**
 * The values of settings before the program declared them, as JSON text in the state: each value at the first declaration, or
 * null if it was never set. Where a write sends all members, those of the adoption.
 * @param earlier those that are known already
 */
export function foundText(
  { fields, naturalKey, sends }: SettingDefinition,
  live: Values,
  inputs: Values,
  earlier: Values,
): string {
  const isChanged = (declared: unknown): boolean => sends === "all" || !isAbsent(declared);
  const found = walk(fields, [inputs, live], ({ name }, [declared, current]) =>
    !naturalKey.includes(name) && isChanged(declared) ? (current ?? null) : undefined,
  );
  return JSON.stringify({ ...found, ...earlier });
}

/** The values in that text, by name. */
export function readFound(text: unknown): Values {
  const values: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  return isValues(values) ? values : {};
}
