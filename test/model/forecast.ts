import type { Kind } from "../../provider/resources";
import type { Emulator } from "../../testing/emulator";
import type { Properties } from "../../testing/engine/properties/value";
import { textOf } from "./kinds/textOf";
import type { CreateIntents } from "./createIntents";
import { allLive, differences, isSameKey, type KindObject, kindModels, mayBeOf, objectName } from "./kinds";
import { type Declarations, type Declared, inputsWith } from "./program";
import { type Recorded, recordOf } from "./recorded";

/** What an update will do to one resource. */
export interface Fate {
  readonly declared: Declared;
  readonly inputs: Properties;
  readonly recorded: Recorded | undefined;
  readonly action: "same" | "update" | "create" | "replace" | "adopt";
  /** The object that stays, or that is adopted; the old one of a replacement. */
  readonly object: KindObject | undefined;
  /** Something in the object is written. */
  readonly isWritten: boolean;
}

/** A good reason for an update to be refused, and what the error then says. */
export interface Refusal {
  readonly kind: "conflict" | "scope" | "held";
  /** The resource that cannot be made, or the object that cannot be deleted. */
  readonly name: string;
  readonly says: RegExp;
  /** Depends on what comes first. */
  readonly isSure: boolean;
}

export interface Forecast {
  readonly fates: readonly Fate[];
  /** Objects that are there and will be deleted. */
  readonly deleted: readonly KindObject[];
  /** Resources that leave the state. */
  readonly leaving: readonly Recorded[];
  readonly refusals: readonly Refusal[];
}

/** What is known before an update. */
export interface Known {
  readonly recorded: readonly Recorded[];
  readonly emulator: Pick<Emulator, "tenant" | "unlistedAssignments">;
  readonly intents: CreateIntents;
}

/** What an update without faults will do, told from the program, the state, the create intents and the tenant. */
export function forecast(program: Declarations, { recorded, emulator, intents }: Known): Forecast {
  const { tenant } = emulator;
  const live = allLive(tenant);
  const byName = new Map(live.map((object) => [objectName(object), object]));
  const liveOf = (of: Recorded | undefined): KindObject | undefined => of && byName.get(objectName(of));
  const unlisted = new Set(emulator.unlistedAssignments);
  const fates = program.map((declared) => fateOf(declared));
  const refusals = [
    ...fates.flatMap((fate) => conflictsOf(fate, fates, live, unlisted)),
    ...fates.flatMap((fate) => missingScopeOf(fate, live)),
    ...fates.flatMap((fate) => recordedBefore(fate, recorded)),
  ];
  const claimed = new Set(fates.map(({ recorded: own }) => own));
  const leaving = recorded.filter((each) => !claimed.has(each));
  const kept = new Set(
    fates.flatMap(({ action, object }) => (action !== "replace" && object ? [objectName(object)] : [])),
  );
  const deleted = [
    ...leaving.map(liveOf),
    ...fates.map(({ action, recorded: own }) => (action === "replace" || action === "adopt" ? liveOf(own) : undefined)),
  ].filter((object) => object !== undefined && !kept.has(objectName(object))) as KindObject[];
  for (const { kind, id } of deleted) {
    const isHeld = tenant.environments.list().some(({ environmentGroupId }) => environmentGroupId === id);
    if (kind === "EnvironmentGroup" && isHeld)
      refusals.push({ kind: "held", name: id, says: /Still inside: 1 environment/, isSure: true });
  }
  return { fates, deleted, leaving, refusals };

  function fateOf(declared: Declared): Fate {
    const own = recordOf(recorded, declared);
    const object = liveOf(own);
    const group = program.find(({ name }) => name === declared.group);
    // One that is taken over under another name keeps its id.
    const groupId = group && (fateOf(group).object?.id ?? `${group.name}-to-be-made`);
    const inputs = inputsWith(declared, groupId);
    const changed = object ? differences(declared.kind, inputs, object.entity) : [];
    const isReplaced = changed.some((name) => kindModels[declared.kind].replacing.includes(name));
    const fate = { declared, inputs, recorded: own, object, isWritten: changed.length > 0 };
    if (object && !isReplaced) return { ...fate, action: changed.length > 0 ? "update" : "same" };
    const matches = matching(declared.kind, inputs, live);
    const sentAt = intents.sentAt(declared.kind, inputs);
    const proven = sentAt === undefined ? [] : matches.filter((match) => mayBeOf(sentAt, match));
    const [match, ...others] = proven.length === 1 ? proven : inputs.adopt === true ? matches : [];
    if (match && others.length === 0) {
      const isWritten = differences(declared.kind, inputs, match.entity).length > 0;
      return { ...fate, action: "adopt", object: match, isWritten };
    }
    return { ...fate, action: object ? "replace" : "create" };
  }
}

const matching = (kind: Kind, inputs: Properties, live: readonly KindObject[]): KindObject[] =>
  live.filter((object) => object.kind === kind && isSameKey(kind, inputs, object.entity));

/** The objects that have the natural key already, and the resources that will. */
function conflictsOf(
  fate: Fate,
  fates: readonly Fate[],
  live: readonly KindObject[],
  unlisted: ReadonlySet<string>,
): Refusal[] {
  const { declared, inputs, action } = fate;
  if (action === "same" || action === "update") return [];
  const { kind, name } = declared;
  const others = fates.filter((other) => other !== fate && other.declared.kind === kind);
  const refusals: Refusal[] = [];
  if (action !== "adopt") {
    const matches = matching(kind, inputs, live);
    const isLeaving = (match: KindObject): boolean =>
      others.some(
        (other) => other.action === "update" && other.object?.id === match.id && !isSameKey(kind, inputs, other.inputs),
      );
    // With one that is about to leave there may be exactly one to adopt.
    const isAnyLeaving = matches.some(isLeaving);
    for (const match of matches) {
      const reasons = "exists already as|has the same one|needs exactly one|is the same until it is changed";
      const says = new RegExp(`(${reasons}).*${match.id}`);
      const isSure = !isAnyLeaving && !unlisted.has(match.id.toLowerCase());
      refusals.push({ kind: "conflict", name, says, isSure });
    }
  }
  for (const other of others) {
    if (!isSameKey(kind, inputs, other.inputs) || other.action === "same") continue;
    const says = /exists already as|has the same one|needs exactly one/;
    refusals.push({ kind: "conflict", name, says, isSure: other.action !== "update" });
  }
  return refusals;
}

/** What state has under a former name is adopted through an intent only where no refresh has compared that name before. */
function recordedBefore(fate: Fate, recorded: readonly Recorded[]): Refusal[] {
  const { declared, inputs, action, object } = fate;
  if (action !== "adopt" || object === undefined || inputs.adopt === true) return [];
  const isRecorded = recorded.some((each) => each !== fate.recorded && objectName(each) === objectName(object));
  return isRecorded ? [{ kind: "conflict", name: declared.name, says: /exists already as/, isSure: false }] : [];
}

/** A group that a role assignment names by its id and that is not there. */
function missingScopeOf({ declared, inputs, action }: Fate, live: readonly KindObject[]): Refusal[] {
  if (declared.kind !== "RoleAssignment" || declared.group !== undefined || action === "same") return [];
  const scope = textOf(kindModels.RoleAssignment.meaning(inputs).scope);
  const [, groupId] = /\/environmentgroups\/(.+)$/.exec(scope) ?? [];
  if (groupId === undefined || live.some(({ kind, id }) => kind === "EnvironmentGroup" && id === groupId)) return [];
  return [{ kind: "scope", name: declared.name, says: new RegExp(groupId), isSure: true }];
}
