import { BadResponseError, HttpError, readServiceError } from "../errors";
import type { SettingDefinition } from "../declare/define";
import { labelOf, wireIdOf } from "../declare/identity";
import { compare } from "../declare/compare";
import { readFound } from "../declare/found";
import { isValues, type Values } from "../declare/plainValues";
import { toWire } from "../declare/wire";
import type { ApiRequest, ApiResponse } from "../transport/api";
import type { RemoteContext } from "./context";
import type { Progress } from "./progress";
import type { Located, Recorded } from "./located";
import { isParentUnlisted } from "./look";
import { isNotFound } from "./missing";
import type { Shape } from "./shape";

/** Settings exist with their parent. They are adopted, changed by member, and restored or kept. */
export const settingShape: Shape = {
  async existing({ definition, inputs, place }, context) {
    const wireId = String(inputs[keyOf(definition)]);
    const live = await readNow({ definition, place: { ...place, wireId } }, context);
    return { matches: live === undefined ? [] : [live] };
  },
  read: readNow,
  readNow,
  async make(desired, context) {
    const answer = await send({ ...desired, values: desired.inputs, method: "POST" }, context);
    return { live: undefined, answer };
  },
  change,
  unmake,
};

/**
 * The settings by their names in the reference, however the service writes them; without an id where nothing was ever set.
 * `undefined` when their parent is missing.
 */
async function readNow(located: Located, context: RemoteContext): Promise<Values | undefined> {
  const { place } = located;
  const definition = located.definition as SettingDefinition;
  let answer: ApiResponse;
  try {
    answer = await context.api.send({
      method: "GET",
      path: place.collection,
      query: { "api-version": definition.apiVersion },
    });
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (await isParentUnlisted(place, context)) return undefined;
    // The service's own envelope says that nothing was ever set; anybody else's 404 says nothing.
    if ((error.codes ?? []).length === 0) throw error;
    return { [keyOf(definition)]: place.wireId };
  }
  refuseErrors(`GET ${place.collection}`, answer);
  const entity = entityOf(definition, answer.body);
  if (entity === undefined) {
    throw new BadResponseError(`GET ${place.collection} answered ${answer.status} without settings`, {
      reason: "shape",
    });
  }
  return { ...named(definition, entity), [keyOf(definition)]: place.wireId };
}

/** The input that names the parent of the settings. */
const keyOf = ({ naturalKey: [name = ""] }: Pick<SettingDefinition, "naturalKey">): string => name;

function entityOf({ entity }: SettingDefinition, body: unknown): Values | undefined {
  const members = isValues(body) ? body[entity] : undefined;
  const only: unknown = Array.isArray(members) ? members[0] : members;
  return isValues(only) ? only : undefined;
}

/** Members under the names of the declaration; others as they come. */
function named(definition: SettingDefinition, entity: Values): Values {
  const names = new Map(definition.fields.map(({ name }) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]),
  );
}

/** Sends only what differs. Creates the entity if nothing was ever set. */
async function change(progress: Progress, context: RemoteContext): Promise<Values | undefined> {
  const { definition, inputs, live } = progress;
  const changed = compare(definition.fields, live, inputs).map(({ path }) => [path, inputs[path]] as const);
  const method = wireIdOf(definition, live) === undefined ? "POST" : "PATCH";
  await send({ ...progress, values: Object.fromEntries(changed), method }, context);
  return undefined;
}

/** Restores the values from before the adoption that are known and differ from the live values. */
async function unmake(recorded: Recorded, context: RemoteContext): Promise<ApiResponse | undefined> {
  const { outputs } = recorded;
  if (String(outputs.onDelete).toLowerCase() !== "restore") return undefined;
  if (outputs.found === undefined) {
    const resource = labelOf(recorded.definition, outputs);
    await context.warn(`${resource} was imported, so nobody knows what it was before: it is left as it is`);
    return undefined;
  }
  const live = await readNow(recorded, context);
  if (live === undefined) return undefined;
  const found = Object.entries(readFound(outputs.found));
  const values = Object.fromEntries(found.filter(([name, value]) => (live[name] ?? null) !== value));
  if (Object.keys(values).length === 0) return undefined;
  const nulls = Object.entries(values).filter(([, value]) => value === null);
  return send({ ...recorded, values, method: "PATCH", nulls: Object.fromEntries(nulls) }, context);
}

interface Sent extends Pick<Located, "definition"> {
  readonly place: { readonly collection: string };
  readonly values: Values;
  readonly method: "POST" | "PATCH";
  /** Members that are to be as if they had never been set. */
  readonly nulls?: Values;
}

/** The values are what they are meant to be, however often they are sent. */
async function send(sent: Sent, { api }: RemoteContext): Promise<ApiResponse> {
  const definition = sent.definition as SettingDefinition;
  const wire = { ...toWire(definition.fields, sent.values, {}), ...sent.nulls };
  const settings = Object.entries(wire).filter(([name]) => name !== keyOf(definition));
  const request: ApiRequest = {
    method: sent.method,
    path: sent.place.collection,
    query: { "api-version": definition.apiVersion },
    body: Object.fromEntries(settings.map(([name, value]) => [definition.wireName(name), value])),
    isReplaySafe: sent.method === "PATCH",
  };
  const answer = await api.send(request);
  refuseErrors(`${request.method} ${request.path}`, answer);
  return answer;
}

/** Settings answer 200, also with failures, which are in `errors`. */
function refuseErrors(call: string, { status, body, requestId }: ApiResponse): void {
  if (!isValues(body) || body.errors === null || body.errors === undefined) return;
  const { code, codes, message } = readServiceError({ errors: body.errors });
  if (code === undefined && message === undefined) return;
  throw new HttpError(`${call} answered ${status} and an error: ${message ?? code ?? ""} (request id ${requestId})`, {
    status,
    codes,
    requestId,
    outcome: "refused",
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { serviceMessage: message }),
  });
}
