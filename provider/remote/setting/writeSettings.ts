import type { Call } from "../../declare/call";
import { isSame } from "../../declare/compare";
import type { SettingDefinition } from "../../declare/define";
import type { Values } from "../../declare/plainValues";
import { PowerPlatformError } from "../../errors";
import type { ApiResponse } from "../../transport/api";
import { poll } from "../../transport/poll";
import { carryOut, type Change } from "../awaitChange";
import type { RemoteContext } from "../context";
import type { Located } from "../located";
import { withLockingRules } from "./lockingRules";
import { refuseErrors } from "../refuseErrors";
import { reportProgress } from "../reportProgress";
import { requestOf } from "../requestOf";
import { settingsAfter, settingsNow } from "./settingsAt";

/** A write of settings. */
export interface Written extends Located {
  readonly call: Call;
  readonly sent: Values;
  readonly waitMs: number;
  /** Kind and name. */
  readonly resource: string;
}

/** The wanted settings that are not live. What is null has to be unset. */
export const differingFrom = (live: Values, wanted: Values, { fields }: Pick<SettingDefinition, "fields">): Values =>
  Object.fromEntries(
    fields
      .filter((node) => node.name in wanted && !isSame(node, live[node.name], wanted[node.name]))
      .map(({ name }) => [name, wanted[name]]),
  );

/**
 * Sends settings and waits until they are so. They are what they are meant to be, however often they are sent. A write whose answer
 * was lost, or that met a conflict, may have been made all the same, or by somebody else.
 */
export async function writeSettings(written: Written, context: RemoteContext): Promise<Values | undefined> {
  try {
    return await (written.call.operation === undefined ? sendNow(written, context) : operate(written, context));
  } catch (error) {
    const isOpen = error instanceof PowerPlatformError && (error.outcome === "unknown" || error.status === 409);
    const live = isOpen ? await settingsNow(written, context).catch(() => undefined) : undefined;
    if (live !== undefined && isAsked(written, live)) return live;
    const { isLockedByGroup } = written.definition as SettingDefinition;
    throw isLockedByGroup === true ? await withLockingRules(error, written, Object.keys(written.sent), context) : error;
  }
}

const isAsked = ({ definition, sent }: Written, live: Values | undefined): boolean =>
  live === undefined || Object.keys(differingFrom(live, sent, definition)).length === 0;

const sendNow = async (written: Written, context: RemoteContext): Promise<Values | undefined> =>
  settingsAfter((await send(written, context)).body, written, context);

async function send({ definition, call, place, sent }: Written, { api }: RemoteContext): Promise<ApiResponse> {
  const request = requestOf(definition, call, place, { ...sent, ...place.named });
  const answer = await api.send(request);
  refuseErrors(request, answer);
  return answer;
}

/** An operation may have succeeded before the settings show it. */
async function operate(written: Written, context: RemoteContext): Promise<Values | undefined> {
  const { definition, call, place, waitMs, resource, sent } = written;
  const look = (): Promise<Values | undefined> => settingsAfter(undefined, written, context);
  const environmentId = call.operation?.environmentId(place, sent);
  const change: Change = {
    resource,
    apiVersion: definition.apiVersion,
    waitMs,
    ...(environmentId === undefined ? {} : { environmentId }),
    isDone: async () => isAsked(written, await look()),
  };
  await carryOut(change, () => send(written, context), context);
  return poll({
    read: look,
    isDone: (live) => isAsked(written, live),
    what: "changing",
    describe: (live) => JSON.stringify(live),
    timeoutMs: waitMs,
    clock: context.clock,
    onWait: reportProgress(context, resource),
    ...(context.signal === undefined ? {} : { signal: context.signal }),
  });
}
