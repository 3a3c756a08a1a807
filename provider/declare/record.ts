import type { ResourceDefinition } from "./define";
import { type FieldNode, isSame } from "./fieldTree";
import { isValues, type Values } from "./plainValues";
import { containsUnknown } from "./unknown";

/** Version of the recorded outputs. It increases when their shape changes. */
export const schemaVersion = 1;

/** Outputs that every kind has. */
export interface RecordedOutputs {
  /** Tenant that holds the object. */
  readonly tenantId: string;
  readonly schemaVersion: number;
  /** Paths of inputs that the program left to the service, so a refresh does not treat them as declared. */
  readonly undeclared?: readonly string[];
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
  const undeclared: string[] = [];
  const own = project(definition.fields, live, declared, earlierUndeclared(declared), undeclared);
  const added = pickOutputs(definition.outputs, live);
  const program = Object.fromEntries(
    definition.programFields
      .filter(({ name }) => declared[name] !== undefined)
      .map(({ name }) => [name, declared[name]]),
  );
  return {
    ...mergeDeep(added, own),
    ...program,
    tenantId,
    schemaVersion,
    ...(undeclared.length > 0 ? { undeclared } : {}),
  };
}

const earlierUndeclared = (declared: Values): ReadonlySet<string> =>
  new Set(Array.isArray(declared.undeclared) ? (declared.undeclared as string[]) : []);

function project(
  fields: readonly FieldNode[],
  live: Values,
  declared: Values,
  left: ReadonlySet<string>,
  undeclared: string[],
  path = "",
): Values {
  const result: Record<string, unknown> = {};
  for (const node of fields) {
    const at = path === "" ? node.name : `${path}.${node.name}`;
    const written = left.has(at) ? undefined : declared[node.name];
    const current = live[node.name] ?? undefined;
    if (node.absent === "computed" && written === undefined && current !== undefined) undeclared.push(at);
    if (node.children !== undefined && isValues(current)) {
      result[node.name] = project(node.children, current, isValues(written) ? written : {}, left, undeclared, at);
    } else if (written !== undefined && !containsUnknown(written) && isSame(node, current, written)) {
      result[node.name] = written;
    } else if (current !== undefined) {
      result[node.name] = typeof current === "string" ? (node.read?.(current) ?? current) : current;
    }
  }
  return result;
}

/** The declared outputs of the live object. Null means absent. */
function pickOutputs(outputs: readonly FieldNode[], live: Values): Values {
  const result: Record<string, unknown> = {};
  for (const node of outputs) {
    const value = live[node.name];
    if (value === undefined || value === null) continue;
    result[node.name] = node.children !== undefined && isValues(value) ? pickOutputs(node.children, value) : value;
  }
  return result;
}

const mergeDeep = (a: Values, b: Values): Values => {
  const result: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const before = result[name];
    result[name] = isValues(before) && isValues(value) ? mergeDeep(before, value) : value;
  }
  return result;
};

/** The inputs in recorded outputs: what the program declares, or would have to declare for the live object. */
export function inputsOf(definition: ResourceDefinition, outputs: Values): Values {
  const left = earlierUndeclared(outputs);
  const program = Object.fromEntries(
    definition.programFields.filter(({ name }) => outputs[name] !== undefined).map(({ name }) => [name, outputs[name]]),
  );
  return { ...pickInputs(definition.fields, outputs, left, ""), ...program };
}

function pickInputs(fields: readonly FieldNode[], outputs: Values, left: ReadonlySet<string>, path: string): Values {
  const result: Record<string, unknown> = {};
  for (const node of fields) {
    const at = path === "" ? node.name : `${path}.${node.name}`;
    const value = outputs[node.name];
    if (value === undefined || left.has(at)) continue;
    result[node.name] =
      node.children !== undefined && isValues(value) ? pickInputs(node.children, value, left, at) : value;
  }
  return result;
}

/** Whether outputs were recorded by this provider. A `get` has none. */
export const isRecorded = (outputs: Values): boolean => outputs.schemaVersion !== undefined;
