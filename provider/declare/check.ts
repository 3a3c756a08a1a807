import type { FieldNode } from "./fieldTree";
import { splitInternal } from "./internalInputs";
import { containsUnknown, isValues, type Values } from "./plainValues";
import type { FieldContext } from "./fields";
import type { ResourceDefinition } from "./define";
import { outputProblem } from "./placeholder";

/** A check failure: the property, the reason, and what to write. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export interface CheckResult {
  /** The inputs with defaults filled in. */
  readonly inputs: Values;
  /** Every failure at once. Empty if the inputs are valid. */
  readonly failures: readonly CheckFailure[];
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
  const outputNames = new Set(definition.outputs.map((node) => node.name));
  const checker = new Checker(fieldContext, outputNames, () => missing(definition, failed));
  const { internal, declared } = splitInternal(news);
  const inputs = checker.object([...definition.fields, ...definition.programFields], declared, "");
  return {
    inputs: { ...inputs, ...internal },
    failures: checker.failures,
  };
}

/** Validates values of fields that are no resource: the arguments of a function. */
export function checkFields(fields: readonly FieldNode[], values: Values, fieldContext: FieldContext): CheckResult {
  const checker = new Checker(fieldContext, new Set());
  return { inputs: checker.object(fields, values, ""), failures: checker.failures };
}

class Checker {
  readonly failures: CheckFailure[] = [];

  constructor(
    private readonly fieldContext: FieldContext,
    private readonly outputNames: ReadonlySet<string>,
    private readonly missing = (): string => "is required",
  ) {}

  object(fields: readonly FieldNode[], values: Values, path: string): Values {
    const known = new Set(fields.map((node) => node.name));
    for (const name of Object.keys(values)) {
      if (!known.has(name) && values[name] !== undefined) this.refuseUnknownName(name, fields, path);
    }
    const entries = fields.map((node) => [node.name, this.field(node, values[node.name], join(path, node.name))]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Values;
  }

  private field(node: FieldNode, value: unknown, path: string): unknown {
    if (value === undefined || value === null) {
      if (node.required) this.fail(path, this.missing());
      return node.defaultValue;
    }
    if (node.children !== undefined && isValues(value)) return this.object(node.children, value, path);
    if (node.item !== undefined && Array.isArray(value)) {
      const item = node.item;
      return value.map((each, index) => this.field(item, each, `${path}[${index}]`));
    }
    if (!containsUnknown(value)) this.leaf(node, value, path);
    return value;
  }

  private leaf(node: FieldNode, value: unknown, path: string): void {
    const parsed = node.schema.safeParse(value);
    const wrong = parsed.error?.issues.map((issue) => issue.message) ?? [];
    const refused =
      typeof value === "string" &&
      (outputProblem(value) ?? (wrong.length === 0 ? node.refuse?.(value, this.fieldContext) : undefined));
    for (const reason of typeof refused === "string" ? [refused] : wrong) {
      this.fail(path, node.children === undefined ? reason : "must be an object");
    }
  }

  private refuseUnknownName(name: string, fields: readonly FieldNode[], path: string): void {
    const similar = fields.find((node) => node.name.toLowerCase() === name.toLowerCase());
    const advice =
      similar !== undefined
        ? `write ${similar.name}`
        : this.outputNames.has(name) || name === "id"
          ? "it is filled in by the service; remove it"
          : `known are ${fields.map((node) => node.name).join(", ")}`;
    this.fail(join(path, name), `is not an input: ${advice}`);
  }

  private fail(property: string, reason: string): void {
    this.failures.push({ property, reason });
  }
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

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
