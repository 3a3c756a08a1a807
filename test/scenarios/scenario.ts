import { definitionOf, type Kind } from "../../provider/resources";
import type { Emulator } from "../../testing/emulator";
import type { DynamicDriverOptions } from "./dynamicDriver";
import type { Properties, ProviderDriver } from "./driver";

/** A tenant and the runs of the engine against it. */
export interface ScenarioContext {
  readonly emulator: Emulator;
  /** Starts a provider process, as each run of the engine does; the one before is ended. */
  readonly run: (options?: DynamicDriverOptions) => Promise<ProviderDriver>;
}

/** One behaviour of the provider, whatever adapter it is seen through. */
export interface Scenario {
  readonly title: string;
  readonly play: (context: ScenarioContext) => Promise<void>;
}

/** The Pulumi id of an object that does not exist. */
export const missingId = (kind: Kind, inputs: Properties): string =>
  definitionOf(kind).address.id(inputs, "77777777-7777-4777-8777-777777777777");

/** What a promise was rejected with. */
export async function failure<E extends Error>(promise: Promise<unknown>): Promise<E> {
  try {
    await promise;
  } catch (error) {
    return error as E;
  }
  throw new Error("it did not fail");
}
