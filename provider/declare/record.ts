import { isSame } from "./compare";
import type { ResourceDefinition } from "./define";
import type { FieldNode } from "./fieldTree";
import { containsUnknown, isValues, UNKNOWN, type Values } from "./plainValues";

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
  const program = definition.programFields.map(({ name }) => [name, inputs[name]] as const);
  return {
    ...expectedOutputs(definition.outputs, olds, expectedFields(definition.fields, inputs, olds)),
    ...Object.fromEntries(program.filter(([, value]) => value !== undefined)),
    tenantId: olds?.tenantId ?? tenantId ?? UNKNOWN,
    schemaVersion,
  };
}

function expectedFields(fields: readonly FieldNode[], inputs: Values, olds: Values | undefined): Values {
  const entries = fields.map((node) => {
    const declared = inputs[node.name] ?? undefined;
    if (declared === undefined) return [node.name, leftOut(node, olds)] as const;
    if (node.children === undefined || !isValues(declared)) return [node.name, declared] as const;
    return [node.name, expectedFields(node.children, declared, membersOf(olds, node.name))] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The value of an absent field: empty, or decided by the service. */
function leftOut(node: FieldNode, olds: Values | undefined): unknown {
  if (node.absent !== "computed") return undefined;
  return olds === undefined ? UNKNOWN : olds[node.name];
}

function expectedOutputs(nodes: readonly FieldNode[], olds: Values | undefined, fields: Values): Values {
  const result: Record<string, unknown> = { ...fields };
  for (const node of nodes) {
    const field = fields[node.name];
    if (node.children !== undefined && isValues(field)) {
      result[node.name] = expectedOutputs(node.children, membersOf(olds, node.name), field);
    } else if (olds === undefined || node.renewed === true) {
      result[node.name] = UNKNOWN;
    } else if (olds[node.name] !== undefined) {
      result[node.name] = olds[node.name];
    }
  }
  return result;
}

const membersOf = (olds: Values | undefined, name: string): Values | undefined => {
  if (olds === undefined) return undefined;
  const member = olds[name];
  return isValues(member) ? member : {};
};
