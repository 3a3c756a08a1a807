import { NotFoundError, PowerPlatformError } from "../../errors";
import { compare } from "../../declare/compare";
import type { SettingDefinition } from "../../declare/define";
import { labelOf, wireIdOf } from "../../declare/identity";
import type { Values } from "../../declare/plainValues";
import { readFound } from "../../declare/record";
import { certainRefusal } from "../../declare/refusal";
import { toWire } from "../../declare/wire";
import { type RemoteContext, waitMsOf } from "../context";
import type { Recorded } from "../located";
import { settingsAt, settingsNow } from "./settingsAt";
import type { Shape } from "../shape";
import { differingFrom, writeSettings } from "./writeSettings";

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
  async change(progress, context) {
    const { inputs, live } = progress;
    const definition = progress.definition as SettingDefinition;
    const call = wireIdOf(definition, live) === undefined ? (definition.first ?? definition.change) : definition.change;
    const declared = toWire(definition.fields, inputs, {});
    const changes = compare(definition.fields, live, inputs);
    const refusal = certainRefusal(definition, live, changes);
    if (refusal !== undefined) throw refusal;
    const changed = changes.map(({ path }) => [path, declared[path]] as const);
    const sent =
      definition.sends === "all" ? { ...settingsOf(definition, live), ...declared } : Object.fromEntries(changed);
    const resource = labelOf(definition, inputs);
    return writeSettings({ ...progress, call, sent, resource }, context);
  },
  unmake: restore,
};

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
  const differing = differingFrom(live, found, definition);
  if (Object.keys(differing).length === 0) return;
  const refusal = certainRefusal(definition, live, changesTo(differing));
  if (refusal !== undefined) throw refusal;
  const sent = definition.sends === "all" ? found : differing;
  const waitMs = waitMsOf(outputs, "update", context);
  const restored = await writeSettings({ ...recorded, call: definition.change, sent, resource, waitMs }, context);
  const kept = Object.keys(differingFrom(restored ?? found, found, definition));
  if (kept.length > 0) throw new PowerPlatformError(`the service kept ${kept.join(", ")} as it was before the restore`);
}

const changesTo = (values: Values): { path: string; declared: unknown }[] =>
  Object.entries(values).map(([path, declared]) => ({ path, declared }));

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
