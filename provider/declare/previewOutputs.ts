import type { ResourceDefinition } from "./define";
import type { FieldNode } from "./fieldTree";
import { isValues, type Values } from "./plainValues";
import { schemaVersion } from "./record";
import { UNKNOWN } from "./unknown";

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
