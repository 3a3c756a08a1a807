import { isDeepStrictEqual } from "node:util";

import type { Properties } from "../../scenarios/driver";
import { failureOf } from "./failureOf";
import type { Fault, Looks } from "./faults";
import type { Lane } from "./lane";
import { type Word, wordOf } from "./outcome";
import type { Situation } from "./promises";
import { refreshes } from "./providerProcess";
import { isReading } from "./rows";
import type { SettingRow } from "./settingRows";
import { StackOfOne } from "./stackOfOne";

/** What a cell came to in a word, and what is wrong with it. */
interface Judged {
  readonly word: Word;
  readonly problems: readonly string[];
}

/**
 * Plays a fault in one request of one operation on settings, then the next `up` without it, and a destroy. Whatever the fault was:
 * the next `up` brings what is declared, the one after it writes nothing, and the destroy puts back what was there at first.
 */
export async function playSettingCell(lane: Lane, row: SettingRow, fault: Fault, looks: Looks): Promise<Judged> {
  const { emulator } = lane;
  const { settingCase, program } = row;
  const { kind, found } = settingCase;
  const stack = await prepared(lane, row);
  for (const each of fault.faults(row, looks)) emulator.fault(each);
  const provider = await lane.run();
  const running = failureOf(row.play(stack, fault.seenBy?.(provider, row) ?? provider));
  await fault.strike?.(lane);
  const error = await running;
  if (fault.seenBy !== undefined) lane.abandon();
  const run = error === undefined ? "ends well" : "fails";
  const tenant = tenantSituation(lane, row);
  const state = stateSituation(row, stack, tenant);
  const isWritten = isReading(row) && emulator.writes.length > 0;

  emulator.clearFaults();
  if (fault.isElsewhere) lane.forgetMachine();
  const problems: string[] = [];
  const look = (what: string, isGood: boolean): void => {
    if (!isGood) problems.push(`${lane.adapter}, ${fault.name}: ${what} (${error?.message ?? "no error"})`);
  };
  look("a reading wrote", !isWritten);
  look(
    `the error does not name ${kind}`,
    error === undefined || fault.isSilent === true || error.message.includes(kind),
  );
  await mustSucceed("the next up", stack.up(await lane.run(), program), look);
  look("it is not as declared", isLike(lane, row, program === undefined ? found : settingCase.onWire(program)));
  look("state is not finished", (stack.recorded?.initErrors ?? []).length === 0);
  emulator.clearRequests();
  await mustSucceed("another up", stack.up(await lane.run(), program), look);
  look("another up writes", emulator.writes.length === 0);
  await mustSucceed("the destroy", stack.up(await lane.run(), undefined), look);
  look("what was found is lost", fault.isElsewhere === true || isLike(lane, row, found));
  look("the emulator broke the contract", emulator.contractViolations.length === 0);
  return { word: wordOf({ run, tenant, state, next: [] }), problems };
}

/** Requests of the operation before its change, as a run without a fault makes them. */
export async function looksBefore(lane: Lane, row: SettingRow): Promise<Looks> {
  const stack = await prepared(lane, row);
  await row.play(stack, await lane.run());
  const ids = lane.emulator.requests.map(({ operationId = "" }) => operationId);
  const changeAt = ids.indexOf(row.target.operationId ?? "");
  const reads = new Set(
    lane.emulator.requests.filter(({ method }) => method === "GET").map((each) => each.operationId),
  );
  const counts = [...reads].map(
    (id = "") => [id, ids.slice(0, changeAt).filter((each) => each === id).length] as const,
  );
  return Object.fromEntries(counts);
}

/** A stack before the operation: for an update somebody has changed the settings by hand. */
async function prepared(lane: Lane, { settingCase, operation, before }: SettingRow): Promise<StackOfOne> {
  const { emulator } = lane;
  await lane.reset();
  settingCase.set(emulator, settingCase.found);
  const stack = new StackOfOne(settingCase.kind, refreshes(lane.adapter));
  if (before !== undefined) await stack.up(await lane.run(), before);
  if (operation === "update") settingCase.set(emulator, settingCase.found);
  emulator.clearRequests();
  return stack;
}

async function mustSucceed(
  what: string,
  call: Promise<unknown>,
  look: (what: string, isGood: boolean) => void,
): Promise<void> {
  const failure = await failureOf(call);
  look(`${what} fails: ${failure?.message ?? ""}`, failure === undefined);
}

function tenantSituation(lane: Lane, row: SettingRow): Situation {
  const { settingCase, program } = row;
  const isDeclared = isLike(lane, row, program === undefined ? settingCase.found : settingCase.onWire(program));
  if (isReading(row)) return isDeclared ? "before" : "between";
  return isDeclared ? "declared" : "before";
}

/** State after an update by which somebody else's change was undone says what it said before. */
function stateSituation({ operation }: SettingRow, { recorded }: StackOfOne, tenant: Situation): Situation {
  if ((recorded?.initErrors.length ?? 0) > 0) return "between";
  if (operation === "create") return recorded === undefined ? "before" : "declared";
  if (operation === "delete") return recorded === undefined ? "declared" : "before";
  return tenant;
}

/** Whether the tenant has these values. */
function isLike({ emulator }: Lane, { settingCase }: SettingRow, wanted: Properties): boolean {
  const live = settingCase.live(emulator) ?? {};
  return Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(live[name] ?? null, value ?? null));
}
