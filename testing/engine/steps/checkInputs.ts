import { containsSecret, reveal } from "../properties/secrets";
import type { Properties, Value } from "../properties/value";
import type { ResourceState } from "../state/resourceState";
import { isProviderType, nameOf } from "../state/urn";
import { ResourceError } from "./resourceError";
import type { Operation } from "./operation";

/**
 * The inputs as the resource's provider wants them.
 * @throws ResourceError with everything the provider finds wrong
 */
export async function checkInputs(
  { registry, preview }: Operation,
  state: ResourceState,
  olds: Properties,
  news: Properties,
): Promise<Properties> {
  if (!state.custom || isProviderType(state.type)) return news;
  const { inputs, failures } = await registry.get(state.provider).check(state.urn, olds, news, preview);
  if (failures.length === 0) return inputs;
  const resource = `${state.type} resource '${nameOf(state.urn)}'`;
  const messages = failures.map(({ property, reason }) =>
    property === ""
      ? `${resource} has a problem: ${reason}`
      : `${resource}: property ${property} value {${shown(news[property])}} has a problem: ${reason}`,
  );
  throw new ResourceError(state.urn, messages);
}

function shown(value: Value | undefined): string {
  if (value === undefined) return "<nil>";
  if (containsSecret(value)) return "[secret]";
  return typeof value === "string" ? value : JSON.stringify(reveal(value));
}
