import { isDeepStrictEqual } from "node:util";

import type { Properties } from "../../scenarios/driver";
import { expectDeclared } from "../../scenarios/expectDeclared";
import { failureOf } from "./failureOf";
import type { Fault, Looks } from "./faults";
import type { Lane } from "./lane";
import type { Promised, Situation } from "./promises";
import { refreshes } from "./providerProcess";
import { liveOf, type Method, type Row } from "./rows";
import { type Recorded, StackOfOne } from "./stackOfOne";

/** What happened, in the words of the promises, and what is wrong whatever was promised. */
export interface Played extends Promised {
  readonly problems: readonly string[];
  readonly error?: string;
}

/** Plays a fault in one request of one operation, then the next `up` without it, and looks at tenant and state in between and after. */
export async function playCell(lane: Lane, row: Row, fault: Fault, looks: Looks): Promise<Played> {
  const { emulator } = lane;
  const { program } = row;
  const stack = await prepared(lane, row);
  const { recorded: recordedBefore } = stack;
  const idsBefore = liveOf(row, emulator).map(({ id }) => id);

  emulator.configure((fault.isEndless ? row.endless?.settings : row.settings) ?? {});
  emulator.clearRequests();
  for (const each of fault.faults(row, looks)) emulator.fault(each);
  const provider = await lane.run();
  const running = failureOf(row.play(stack, fault.seenBy?.(provider, row) ?? provider));
  await fault.strike?.(lane);
  const error = await running;
  if (fault.seenBy !== undefined) lane.abandon();
  const tenant = tenantSituation(row, emulator, idsBefore);
  const state = stateSituation(row, stack, recordedBefore);

  emulator.clearFaults();
  if (fault.isEndless) row.endless?.end(lane);
  if (fault.isElsewhere) lane.forgetMachine();
  emulator.clearRequests();
  const refusal = await failureOf(stack.up(await lane.run(), program));
  const next = refusal === undefined ? done(emulator) : "refused";
  const adopting = program === undefined ? undefined : { ...program, adopt: true };
  const problems = [
    ...errorProblems(row, fault, error),
    ...(refusal === undefined ? [] : await adviceProblems(lane, row, stack, refusal, adopting)),
    ...(await settledProblems(lane, row, stack, refusal === undefined ? program : adopting)),
    ...emulator.contractViolations.map((violation) => `the emulator broke the contract: ${JSON.stringify(violation)}`),
  ];
  const run = error === undefined ? "ends well" : "fails";
  return { run, tenant, state, next, problems, ...(error === undefined ? {} : { error: error.message }) };
}

/** Requests of the operation before the one of the row, as a run without a fault makes them. */
export async function looksOf(lane: Lane, row: Row): Promise<Looks> {
  const { emulator } = lane;
  const { listOperation, getOperation = listOperation } = row.kindCase;
  const stack = await prepared(lane, row);
  emulator.configure(row.settings ?? {});
  emulator.clearRequests();
  await row.play(stack, await lane.run());
  const { operationId, nth = 1 } = row.target;
  const isTarget = emulator.requests.map((each) => each.operationId === operationId);
  const changeAt = isTarget.flatMap((isHit, index) => (isHit ? [index] : []))[nth - 1];
  const looks: Record<string, number> = { [listOperation]: 0, [getOperation]: 0 };
  for (const [index, { method, operationId: id = "" }] of emulator.requests.entries()) {
    if (method === "GET") looks[id] = (looks[id] ?? 0) + (changeAt !== undefined && index < changeAt ? 1 : 0);
  }
  return looks;
}

/** A stack before the operation. */
async function prepared(lane: Lane, { kindCase, before }: Row): Promise<StackOfOne> {
  await lane.reset();
  kindCase.prepare?.(lane.emulator);
  const stack = new StackOfOne(kindCase.kind, refreshes(lane.adapter));
  if (before !== undefined) await stack.up(await lane.run(), before);
  return stack;
}

/** The writes that the service has carried out. */
const done = (emulator: Lane["emulator"]): Method[] =>
  emulator.writes.filter(({ status = 0 }) => status >= 200 && status < 300).map(({ method }) => method as Method);

function tenantSituation(row: Row, emulator: Lane["emulator"], idsBefore: readonly string[]): Situation {
  const live = liveOf(row, emulator);
  const [only] = live;
  switch (row.operation) {
    case "refresh":
    case "preview":
      return isDeepStrictEqual(
        live.map(({ id }) => id),
        idsBefore,
      )
        ? "before"
        : "between";
    case "create":
      return live.length === 0 ? "before" : live.length === 1 ? "declared" : "between";
    case "delete":
      return live.length === 0 ? "declared" : live.length === 1 ? "before" : "between";
    case "update":
      return only === undefined || live.length > 1 ? "between" : valueSituation(row, only.entity);
    case "replace": {
      if (live.length !== 1 || only === undefined) return "between";
      return idsBefore.includes(only.id) ? "before" : "declared";
    }
  }
}

function stateSituation(row: Row, { recorded, condemned }: StackOfOne, before: Recorded | undefined): Situation {
  if (condemned.length > 0 || (recorded?.initErrors.length ?? 0) > 0) return "between";
  switch (row.operation) {
    case "refresh":
    case "preview":
      return isDeepStrictEqual(recorded, before) ? "before" : "between";
    case "create":
      return recorded === undefined ? "before" : "declared";
    case "delete":
      return recorded === undefined ? "declared" : "before";
    case "update":
      return recorded === undefined ? "between" : valueSituation(row, recorded.outputs);
    case "replace":
      return recorded?.id === before?.id ? "before" : "declared";
  }
}

function valueSituation({ kindCase, before, program }: Row, values: Properties): Situation {
  const path = kindCase.change?.path ?? "";
  const value = valueAt(values, path);
  if (isDeepStrictEqual(value, valueAt(program ?? {}, path))) return "declared";
  return isDeepStrictEqual(value, valueAt(before ?? {}, path)) ? "before" : "between";
}

const valueAt = (values: Properties, path: string): unknown =>
  path.split(".").reduce<unknown>((found, name) => (found as Properties | undefined)?.[name], values);

/** An error names the resource, and the status where the service gave one. */
function errorProblems({ kindCase: { kind } }: Row, fault: Fault, error: Error | undefined): string[] {
  if (error === undefined || fault.isSilent === true) return [];
  const { message } = error;
  const isStatusTold =
    fault.status === undefined ||
    message.includes(String(fault.status)) ||
    // The list has the last word over a 404 in nobody's words, and what it shows may not be ready.
    (fault.status === 404 && message.includes("still settling"));
  return [
    ...(message.includes(kind) ? [] : [`the error does not name ${kind}: ${message}`]),
    ...(isStatusTold ? [] : [`the error does not name ${fault.status}: ${message}`]),
  ];
}

/** A refusal names the object and the word that makes the next `up` take it; with that word it does. */
async function adviceProblems(
  lane: Lane,
  row: Row,
  stack: StackOfOne,
  refusal: Error,
  adopting: Properties | undefined,
): Promise<string[]> {
  const isNamed = liveOf(row, lane.emulator).some(({ id }) => refusal.message.includes(id));
  const again = await failureOf(stack.up(await lane.run(), adopting));
  return [
    ...(isNamed && refusal.message.includes("adopt: true")
      ? []
      : [`the refusal does not say what to do: ${refusal.message}`]),
    ...(again === undefined ? [] : [`what the refusal says does not help: ${again.message}`]),
  ];
}

/** Exactly what is declared is there, state says so, and another `up` has nothing to do. */
async function settledProblems(
  lane: Lane,
  row: Row,
  stack: StackOfOne,
  program: Properties | undefined,
): Promise<string[]> {
  const { emulator } = lane;
  const problems: string[] = [];
  const look = (what: string, isGood: boolean): void => {
    if (!isGood) problems.push(what);
  };
  const { recorded, condemned } = stack;
  const live = liveOf(row, emulator);
  const wanted = program === undefined ? 0 : 1;
  look(`there are ${live.length} instead of ${wanted}`, live.length === wanted);
  look("a predecessor is left in state", condemned.length === 0);
  look("state has reasons why it is not finished", (recorded?.initErrors ?? []).length === 0);
  const [only] = live;
  if (program === undefined) look("state still has it", recorded === undefined);
  else {
    look("state has another id", recorded !== undefined && recorded.id.endsWith(only?.id ?? "none"));
    const isDeclared = await failureOf(
      Promise.resolve().then(() => {
        expectDeclared(recorded?.outputs ?? {}, program);
      }),
    );
    look(`state is not as declared: ${isDeclared?.message ?? ""}`, isDeclared === undefined);
    if (row.operation === "update" && only !== undefined)
      look("the object is not as declared", valueSituation(row, only.entity) === "declared");
  }
  emulator.clearRequests();
  const again = await failureOf(stack.up(await lane.run(), program));
  look(`another up fails: ${again?.message ?? ""}`, again === undefined);
  look(`another up writes: ${done(emulator).join(", ")}`, emulator.writes.length === 0);
  return problems;
}
