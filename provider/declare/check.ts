import type { Failure } from "../errors";
import type { ResourceDefinition } from "./define";
import type { FieldContext } from "./fields";
import { type FieldNode, hasItems, hasMembers, walk } from "./fieldTree";
import { splitInternal } from "./internalInputs";
import { outputProblem } from "./placeholder";
import { containsUnknown, isAbsent, type Values } from "./plainValues";

export interface CheckResult {
  /** The inputs with defaults filled in. */
  readonly inputs: Values;
  /** Every failure at once. Empty if the inputs are valid. */
  readonly failures: readonly Failure[];
}

/**
 * Validates a program's inputs offline. Unknown values pass: a preview may not know them yet.
 * @param failed resources that failed before: with `--continue-on-error`, the inputs of others do not have their outputs
 */
export function check(
  definition: ResourceDefinition,
  news: Values,
  fieldContext: FieldContext,
  failed: ReadonlySet<string> = new Set(),
): CheckResult {
  const { internal, declared } = splitInternal(news);
  const { fields, programFields, outputs } = definition;
  const { inputs, failures } = checkFields([...fields, ...programFields], declared, fieldContext, {
    outputs,
    missing: () => missing(definition, failed),
  });
  return { inputs: { ...inputs, ...internal }, failures: [...failures, ...(definition.rules?.(inputs) ?? [])] };
}

interface Wording {
  /** What the service fills in. */
  readonly outputs?: readonly FieldNode[];
  readonly missing?: () => string;
}

/** Validates values of any fields, such as the arguments of a function. */
export function checkFields(
  fields: readonly FieldNode[],
  values: Values,
  fieldContext: FieldContext,
  { outputs = [], missing = () => "is required" }: Wording = {},
): CheckResult {
  const failures: Failure[] = [];
  const fail = (property: string, reason: string): void => void failures.push({ property, reason });
  const refuseOthers = (known: readonly FieldNode[], members: Values, prefix: string): void => {
    for (const [name, value] of Object.entries(members)) {
      if (value === undefined || known.some((node) => node.name === name)) continue;
      fail(`${prefix}${name}`, `is not an input: ${whatToWrite(name, known, outputs)}`);
    }
  };
  refuseOthers(fields, values, "");
  const inputs = walk(fields, [values], (node, [value], inside, path) => {
    if (isAbsent(value)) {
      if (node.required) fail(path, missing());
      return node.defaultValue;
    }
    if (hasMembers(node, value)) refuseOthers(node.children ?? [], value, `${path}.`);
    if (hasMembers(node, value) || hasItems(node, value)) return inside();
    if (!containsUnknown(value)) for (const reason of faultsOf(node, value, fieldContext)) fail(path, reason);
    return value;
  });
  return { inputs, failures };
}

function faultsOf(node: FieldNode, value: unknown, fieldContext: FieldContext): readonly string[] {
  if (node.children !== undefined) return ["must be an object"];
  const wrong = node.schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
  if (typeof value !== "string") return wrong;
  const refused = outputProblem(value) ?? (wrong.length === 0 ? node.refuse?.(value, fieldContext) : undefined);
  return refused === undefined ? wrong : [refused];
}

function whatToWrite(name: string, known: readonly FieldNode[], outputs: readonly FieldNode[]): string {
  const similar = known.find((node) => node.name.toLowerCase() === name.toLowerCase());
  if (similar !== undefined) return `write ${similar.name}`;
  return name === "id" || outputs.some((node) => node.name === name)
    ? "it is filled in by the service; remove it"
    : `known are ${known.map((node) => node.name).join(", ")}`;
}

const maxNamed = 3;

function missing({ kind }: ResourceDefinition, failed: ReadonlySet<string>): string {
  if (failed.size === 0) return "is required";
  // An input seldom comes from a resource of the same kind.
  const isAlike = (resource: string): number => Number(resource.startsWith(`${kind} `));
  const likely = [...failed].sort((one, other) => isAlike(one) - isAlike(other));
  const named = likely.slice(0, maxNamed).join(", ");
  const what = failed.size > maxNamed ? `${named} and ${failed.size - maxNamed} more` : named;
  return `is required; if it comes from what failed in this run (${what}), mend that first`;
}
