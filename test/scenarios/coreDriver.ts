import type { ResourceProvider } from "@pulumi/pulumi/dynamic";

import { adapt } from "../../provider/dynamic/adapter";
import { createRuntime, type Runtime } from "../../provider/runtime/createRuntime";
import { definitionOf, type Kind } from "../../provider/resources";
import type { Clock } from "../../provider/transport/clock";
import { providerText } from "../../sdk/providerText";
import { fakeClock } from "../fakeClock";
import type { ProviderDriver, Properties } from "./driver";
import type { DynamicDriverOptions } from "./dynamicDriver";

export interface InProcessOptions extends DynamicDriverOptions {
  /** @default one whose time passes at once */
  readonly clock?: Clock;
  /** Stack of the project `test`. */
  readonly stack?: string;
}

/** The adapter in this process: the same scenarios without a process each. */
export function startCoreDriver({
  env = {},
  config = {},
  clock = fakeClock(Date.now()),
  stack = "dev",
}: InProcessOptions): Promise<ProviderDriver> {
  const warnings: string[] = [];
  const lines: string[] = [];
  let shared: Runtime | undefined;
  const runtime = (): Runtime =>
    (shared ??= createRuntime(
      { get: (key) => config[key] },
      {
        env,
        clock,
        warn: (message) => {
          warnings.push(message);
          return Promise.resolve();
        },
        stack: () => Promise.resolve(`test/${stack}`),
        log: (line) => void lines.push(line),
      },
    ));
  const of = (kind: string): Required<ResourceProvider> =>
    adapt(definitionOf(kind as Kind), runtime) as Required<ResourceProvider>;
  const given = (kind: string, properties: Properties): Properties => ({
    ...properties,
    __provider: providerText(kind as Kind),
  });
  const failed = (error: Error & Partial<{ id: string; properties: Properties; reasons: string[] }>): never => {
    const { id, properties, reasons } = error;
    if (id === undefined) throw error;
    throw Object.assign(new Error(error.message), { initFailure: { id, properties, reasons } });
  };
  const driver: ProviderDriver = {
    warnings,
    printed: () => lines.join("\n"),
    check: async (kind, olds, news) => (await of(kind).check(olds, given(kind, news))) as never,
    diff: async (kind, id, olds, news) => (await of(kind).diff(id, given(kind, olds), given(kind, news))) as never,
    create: async (kind, inputs) => {
      const created = await of(kind).create(given(kind, inputs)).catch(failed);
      return { id: created.id, outputs: given(kind, created.outs as Properties) };
    },
    read: async (kind, id, outputs) => {
      const found = await of(kind).read(id, given(kind, outputs));
      const inputs = (found.inputs ?? {}) as Properties;
      return { id: found.id ?? "", outputs: given(kind, (found.props ?? {}) as Properties), inputs };
    },
    update: async (kind, id, olds, news) => {
      const updated = await of(kind).update(id, given(kind, olds), given(kind, news)).catch(failed);
      return given(kind, (updated.outs ?? {}) as Properties);
    },
    delete: (kind, id, outputs) => of(kind).delete(id, given(kind, outputs)),
    close: () => {
      shared?.end();
      return Promise.resolve();
    },
  };
  return Promise.resolve(driver);
}
