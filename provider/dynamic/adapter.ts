import type * as dynamic from "@pulumi/pulumi/dynamic";

import { check } from "../declare/check";
import { neutralLine, tell } from "../errors";
import type { Context } from "../lifecycle/context";
import { create } from "../lifecycle/create";
import type { ResourceDefinition } from "../declare/define";
import { remove } from "../lifecycle/delete";
import { diff } from "../lifecycle/diff";
import { ignoredIn, providerKey } from "../declare/internalInputs";
import type { Values } from "../declare/plainValues";
import { read } from "../lifecycle/read";
import { update } from "../lifecycle/update";
import { checkProgram } from "../lifecycle/checkProgram";
import { underWay } from "../engine/callsUnderWay";
import { splitEnvironment } from "../programEnvironment";
import { asPulumiError } from "./pulumiError";
import type { ConfigReader } from "../auth/configReader";
import type { Runtime } from "../runtime/createRuntime";

export type RuntimeSource = (config: ConfigReader) => Runtime;

/**
 * One kind of resource as Pulumi's dynamic provider interface. Pulumi's process calls concurrent methods before an
 * awaited `configure` has ended, so `configure` does its work synchronously and everything slow happens later.
 */
export function adapt(definition: ResourceDefinition, runtimeOf: RuntimeSource): dynamic.ResourceProvider {
  let config: ConfigReader = { get: () => undefined };
  const runtime = (): Runtime => runtimeOf(config);
  return {
    configure(request) {
      config = snapshot(request.config);
      return Promise.resolve();
    },

    check: (olds: Values, news: Values) =>
      answer(news, async () => {
        const { context, configuredTenantId, compareProgram } = runtime();
        context.run.programRuns();
        const { told, rest } = splitEnvironment(news);
        await compareProgram(told);
        const { inputs, failures } = check(definition, rest, { tenantId: configuredTenantId }, context.run.failed);
        const isNew = Object.keys(olds).every((name) => name === providerKey);
        const more = failures.length === 0 ? await checkProgram(definition, inputs, isNew, context) : [];
        return {
          inputs,
          failures: [...failures, ...more].map(({ property, reason }) => ({
            property: neutralLine(property),
            reason: tell(reason),
          })),
        };
      }),

    diff: (id: string, olds: Values, news: Values) =>
      answer(olds, async () => {
        const { context, reportDrift } = runtime();
        const result = await diff(definition, { id, olds, news, ignored: ignoredIn(news) }, context);
        await reportDrift(result.drift);
        // Outputs without it (the stack came back from the native plugin) would make every refresh and destroy fail.
        const lacksProvider = typeof olds[providerKey] !== "string";
        // The update that follows writes nothing to the tenant. Without it the engine would keep its outputs for ever.
        const isOnlyRecorded = lacksProvider || result.isStale;
        return {
          changes: result.changes.length > 0 || result.replaces.length > 0 || isOnlyRecorded,
          replaces: [...result.replaces],
          deleteBeforeReplace: result.deletesFirst,
        };
      }),

    create: (inputs: Values) =>
      answer(inputs, async () => {
        const { id, outputs } = await create(definition, inputs, context());
        return { id, outs: outputs };
      }),

    read: (id: string, outputs: Values) =>
      answer(outputs, async () => {
        const found = await read(definition, id, outputs, context());
        if (found === undefined) return {};
        const { outputs: props, inputs } = found;
        return { id: found.id, props, ...(inputs === undefined ? {} : { inputs }) };
      }),

    update: (id: string, olds: Values, news: Values) =>
      answer(news, async () => ({
        outs: await update(definition, { id, olds, news, ignored: ignoredIn(news) }, context()),
      })),

    delete: (id: string, outputs: Values) => answer(outputs, () => remove(definition, id, outputs, context())),
  } as dynamic.ResourceProvider;

  function context(): Context {
    return runtime().context;
  }
}

/** Runs one call: its answer clean JSON, its failure in the form that Pulumi's process understands. */
async function answer<T>(given: Values, task: () => Promise<T>): Promise<T> {
  try {
    return clean(await underWay(task()));
  } catch (error) {
    throw asPulumiError(error, given[providerKey]);
  }
}

/** Pulumi's process refuses `undefined` anywhere in an answer. */
const clean = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/**
 * Pulumi's reader has no list of keys. It reads from a member that its types hide. If a version of Pulumi does not have it,
 * unknown keys are not found.
 */
function snapshot(config: ConfigReader & Hidden): ConfigReader {
  const { rawConfig = {}, projectName } = config;
  const keys = Object.keys(rawConfig);
  return { get: (key) => config.get(key), keys: () => keys, project: projectName };
}

interface Hidden {
  readonly rawConfig?: Readonly<Record<string, unknown>>;
  readonly projectName?: string;
}
