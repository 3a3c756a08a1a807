import { NotFoundError, PowerPlatformError } from "../errors";
import type { Call } from "../declare/call";
import { compare } from "../declare/compare";
import type { SettingDefinition } from "../declare/define";
import { readFound } from "../declare/record";
import { labelOf, wireIdOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { timeoutMs } from "../declare/programFields";
import { toWire } from "../declare/wire";
import type { ApiResponse } from "../transport/api";
import { poll } from "../transport/poll";
import { carryOut } from "./awaitChange";
import type { RemoteContext } from "./context";
import type { Located, Recorded } from "./located";
import { withLockingRules } from "./lockingRules";
import { reportProgress } from "./reportProgress";
import { refuseErrors } from "./refuseErrors";
import { requestOf } from "./requestOf";
import { settingsAfter, settingsAt, settingsNow } from "./settingsAt";
import type { Shape } from "./shape";

/** Settings exist with their parent. They are adopted, changed by member, and restored or kept. */
export const settingShape: Shape = {
  async existing({ definition, inputs }, context, options) {
    const place = definition.address.parse(definition.address.id(inputs, ""));
    const live = await settingsAt({ definition, place }, context, options);
    return { matches: live === undefined ? [] : [live] };
  },
  read: (recorded, context) => settingsAt(recorded, context),
  readNow: settingsNow,
  make({ place: { parent } }) {
    const reason = `${parent?.kind ?? "its parent"} ${parent?.id ?? ""} does not exist; nothing was sent`;
    return Promise.reject(new NotFoundError(reason, { status: 404, outcome: "refused" }));
  },
  change(progress, context) {
    const { inputs, live } = progress;
    const definition = progress.definition as SettingDefinition;
    const call = wireIdOf(definition, live) === undefined ? (definition.first ?? definition.change) : definition.change;
    const declared = toWire(definition.fields, inputs, {});
    const changed = compare(definition.fields, live, inputs).map(({ path }) => [path, declared[path]] as const);
    const sent =
      definition.sends === "all" ? { ...settingsOf(definition, live), ...declared } : Object.fromEntries(changed);
    const resource = labelOf(definition, inputs);
    return write({ ...progress, call, sent, resource }, context);
  },
  unmake: restore,
};

/** A write of settings. */
interface Written extends Located {
  readonly call: Call;
  readonly sent: Values;
  readonly waitMs: number;
  /** Kind and name. */
  readonly resource: string;
}

/** Restores the values from before the adoption that are known and differ from the live values. */
async function restore(recorded: Recorded, context: RemoteContext): Promise<undefined> {
  const { outputs } = recorded;
  const definition = recorded.definition as SettingDefinition;
  if (String(outputs.onDelete).toLowerCase() !== "restore") return;
  const resource = labelOf(definition, outputs);
  const why = whyKept(definition, outputs);
  if (why !== undefined) {
    await context.warn(`${resource} ${why}: it is left as it is`);
    return;
  }
  const live = await settingsNow(recorded, context);
  if (live === undefined) return;
  const found = putBack(definition, outputs);
  const differing = Object.entries(found).filter(([name, value]) => (live[name] ?? null) !== value);
  if (differing.length === 0) return;
  const sent = definition.sends === "all" ? found : Object.fromEntries(differing);
  const waitMs = timeoutMs(outputs.timeouts, "update") ?? context.pollTimeoutMs;
  await write({ ...recorded, call: definition.change, sent, resource, waitMs }, context);
}

/** Why nothing can be put back. */
function whyKept(definition: SettingDefinition, outputs: Values): string | undefined {
  if (outputs.found === undefined) return "was imported, so nobody knows what it was before";
  const isSet =
    Object.keys(readFound(outputs.found)).length === 0 || Object.keys(putBack(definition, outputs)).length > 0;
  return isSet ? undefined : "had never been set before, and the API cannot unset it";
}

/** What was found, as far as the API takes it. */
function putBack({ isUnsetByNull }: SettingDefinition, { found }: Values): Values {
  const values = Object.entries(readFound(found));
  return Object.fromEntries(values.filter(([, value]) => value !== null || isUnsetByNull === true));
}

/** The settings of a live object, without what else it holds. */
const settingsOf = ({ fields }: SettingDefinition, live: Values): Values =>
  Object.fromEntries(
    fields.map(({ name }) => [name, live[name]] as const).filter(([, value]) => value !== undefined && value !== null),
  );

/** Sends settings and waits until they are so. They are what they are meant to be, however often they are sent. */
async function write(written: Written, context: RemoteContext): Promise<Values | undefined> {
  const { definition, call, place, sent } = written;
  const values = { ...sent, ...place.named };
  const request = requestOf(definition, call, place, values);
  const send = async (): Promise<ApiResponse> => {
    const answer = await context.api.send(request);
    refuseErrors(request, answer);
    return answer;
  };
  const { operation } = call;
  if (operation === undefined) {
    const { isLockedByGroup } = definition as SettingDefinition;
    const answer = await send().catch(async (error: unknown) => {
      throw isLockedByGroup === true ? await withLockingRules(error, written, Object.keys(sent), context) : error;
    });
    return settingsAfter(answer.body, written, context);
  }
  const environmentId = operation.environmentId(place, values);
  return settingsAfterOperation({ ...written, environmentId }, send, context);
}

/** An operation may have succeeded before the settings show it. One that was lost or refused may not have been needed. */
async function settingsAfterOperation(
  written: Written & { readonly environmentId: string },
  send: () => Promise<ApiResponse>,
  context: RemoteContext,
): Promise<Values | undefined> {
  const { definition, place, environmentId, waitMs, resource, sent } = written;
  const isAsked = (live: Values | undefined): boolean =>
    live === undefined || compare(definition.fields, live, { ...sent, ...place.named }).length === 0;
  const look = (): Promise<Values | undefined> => settingsAfter(undefined, written, context);
  const change = { resource, apiVersion: definition.apiVersion, waitMs, environmentId };
  try {
    await carryOut({ ...change, isDone: async () => isAsked(await look()) }, send, context);
  } catch (error) {
    const isOpen = error instanceof PowerPlatformError && (error.outcome === "unknown" || error.status === 409);
    const live = isOpen ? await look().catch(() => undefined) : undefined;
    if (live === undefined || !isAsked(live)) throw error;
    return live;
  }
  return poll({
    read: look,
    isDone: isAsked,
    what: "changing",
    describe: (live) => JSON.stringify(live),
    timeoutMs: waitMs,
    clock: context.clock,
    onWait: reportProgress(context, resource),
    ...(context.signal === undefined ? {} : { signal: context.signal }),
  });
}
