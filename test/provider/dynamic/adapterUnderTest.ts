import type { ResourceProvider } from "@pulumi/pulumi/dynamic";

import { adapt } from "../../../provider/dynamic/adapter";
import { createRuntime, type Runtime } from "../../../provider/runtime/createRuntime";
import { definitionOf, type Kind } from "../../../provider/resources";
import { fakeClock } from "../../fakeClock";
import type { Properties } from "../../scenarios/driver";

export interface AdapterSetup {
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, string>>;
}

/** Pulumi's interface with the types that our adapter gives it. */
export interface AdaptedProvider {
  check(
    olds: Properties,
    news: Properties,
  ): Promise<{ inputs: Properties; failures: { property: string; reason: string }[] }>;
  diff(
    id: string,
    olds: Properties,
    news: Properties,
  ): Promise<{ changes: boolean; replaces: string[]; deleteBeforeReplace: boolean }>;
  create(inputs: Properties): Promise<{ id: string; outs: Properties }>;
  read(id: string, outputs: Properties): Promise<{ id?: string; props?: Properties; inputs?: Properties }>;
  update(id: string, olds: Properties, news: Properties): Promise<{ outs: Properties }>;
  delete(id: string, outputs: Properties): Promise<void>;
}

/** The adapter of one kind as Pulumi's process holds it, in this process and with time that passes at once. */
export function adapterUnderTest(kind: Kind, { env = {}, config = {} }: AdapterSetup) {
  const warnings: string[] = [];
  const keysRead: string[] = [];
  let runtime: Runtime | undefined;
  const adapted = adapt(definitionOf(kind), (reader) => {
    runtime ??= createRuntime(reader, {
      env,
      clock: fakeClock(),
      warn: (message) => {
        warnings.push(message);
        return Promise.resolve();
      },
      log: () => undefined,
    });
    return runtime;
  }) as Required<ResourceProvider>;
  const get = (key: string): string | undefined => {
    keysRead.push(key);
    return config[key];
  };
  void adapted.configure({ config: { get, require: (key) => get(key) ?? "" } });
  return { provider: adapted as unknown as AdaptedProvider, warnings, keysRead };
}
