import { containsSecret, reveal } from "../properties/secrets";
import type { Properties, Value } from "../properties/value";
import type { Checked } from "../providers/configCalls";
import type { ResourceState } from "../state/resourceState";
import { isProviderType, nameOf } from "../state/urn";
import { ResourceError } from "./resourceError";
import type { Operation } from "./operation";

/**
 * The inputs after the check of the resource's provider.
 * @throws ResourceError with everything the provider finds wrong
 */
export async function checkInputs(
  operation: Operation,
  state: ResourceState,
  olds: Properties,
  news: Properties,
  seed: Uint8Array,
): Promise<Properties> {
  if (!state.custom) return news;
  const { inputs, failures } = await check(operation, state, olds, news, seed);
  if (failures.length === 0) return inputs;
  throw new ResourceError(state.urn, failureTexts(state, news, failures));
}

/** The check failures of a provider, in the words of the Pulumi CLI. */
export function failureTexts(
  state: Pick<ResourceState, "type" | "urn">,
  news: Properties,
  failures: Checked["failures"],
): string[] {
  const resource = `${state.type} resource '${nameOf(state.urn)}'`;
  return failures.map(({ property, reason }) =>
    property === ""
      ? `${resource} has a problem: ${reason}`
      : `${resource}: property ${property} value {${shown(news[property])}} has a problem: ${reason}`,
  );
}

function check(
  { registry, preview }: Operation,
  state: ResourceState,
  olds: Properties,
  news: Properties,
  seed: Uint8Array,
): Promise<Checked> {
  if (isProviderType(state.type)) return registry.check(state.urn, olds, news);
  return registry.get(state.provider).check(state.urn, olds, news, { preview, seed });
}

function shown(value: Value | undefined): string {
  if (value === undefined) return "<nil>";
  if (containsSecret(value)) return "[secret]";
  return typeof value === "string" ? value : JSON.stringify(reveal(value));
}
