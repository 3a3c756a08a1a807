import type { ResourceDefinition } from "../declare/define";
import type { TenantView } from "../declare/expectation";
import { labelOf } from "../declare/identity";
import { containsUnknown, type Values } from "../declare/plainValues";
import { type Failure, ValidationError } from "../errors";
import { tenantView } from "../remote/tenantView";
import type { LookOptions } from "../transport/collections/collections";
import type { Context } from "./context";
import { subjectOf } from "./programResources";

/**
 * What makes it certain that the service or this provider will refuse to make an object, as far as it is known now. What cannot be
 * read says nothing.
 */
export async function expectationFailures(
  definition: ResourceDefinition,
  inputs: Values,
  context: Context,
  options: LookOptions = { isWhole: false },
): Promise<readonly Failure[]> {
  const view: TenantView = {
    ...tenantView(context, options),
    declared: (kind, id) => context.run.program.declared(kind, id),
  };
  const found: Failure[] = [];
  for (const { of, judge } of definition.expects ?? []) {
    if (of.some((name) => containsUnknown(inputs[name]))) continue;
    const failure = await judge(inputs, view).catch(() => undefined);
    if (failure !== undefined) found.push(failure);
  }
  const taken = await elsewhere(definition, inputs, view, context).catch(() => undefined);
  return taken === undefined ? found : [...found, taken];
}

/** The object is linked elsewhere, and nobody lets it be moved. */
async function elsewhere(
  definition: ResourceDefinition,
  inputs: Values,
  view: TenantView,
  { run }: Context,
): Promise<Failure | undefined> {
  if (definition.shape !== "link" || definition.elsewhere === undefined) return undefined;
  if (definition.naturalKey.some((name) => containsUnknown(inputs[name]))) return undefined;
  const id = definition.address.id(inputs, "");
  const other = await definition.elsewhere(definition.address.parse(id), view);
  const isOurs = (each: string): boolean => run.isReplaced({ kind: definition.kind, id: each });
  if (other === undefined || inputs.adopt === true || isOurs(other)) return undefined;
  if (definition.movesBack === true && isOurs(id)) return undefined;
  return {
    property: subjectOf(definition, inputs) ?? "",
    reason: `it is linked elsewhere already, as ${other}, and can be in one at most; nothing was changed. To move it here, set \`adopt: true\` on the resource, and declare it nowhere else`,
  };
}

/** Refuses what is certain to fail, before anything is written. A listing that is newer has the last word. */
export async function holdExpectations(
  definition: ResourceDefinition,
  inputs: Values,
  context: Context,
): Promise<void> {
  const known = await expectationFailures(definition, inputs, context);
  if (known.length === 0) return;
  const failures = await expectationFailures(definition, inputs, context, { startedAfter: context.collections.now() });
  if (failures.length === 0) return;
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n  ");
  throw new ValidationError(`${labelOf(definition, inputs)}: nothing was sent.\n  ${reasons}`, { failures });
}
