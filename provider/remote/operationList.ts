import { isValues, type Values, valueAt } from "../declare/plainValues";
import { readOperation } from "../transport/operation/operationStatus";
import { listAll } from "../transport/paginate";
import type { RemoteContext } from "./context";

/** What was known of an environment's operations before a change was sent. */
export interface Before {
  /** When, by the clock of the service. */
  readonly at: number;
  readonly ids: ReadonlySet<string>;
}

/** The operations of an environment. `undefined` if the list cannot be read: it proves nothing then. */
export async function listOperations(
  environmentId: string,
  apiVersion: string,
  { api, signal }: Pick<RemoteContext, "api" | "signal">,
): Promise<readonly Values[] | undefined> {
  const path = `/environmentmanagement/environments/${encodeURIComponent(environmentId)}/operations`;
  const request = { method: "GET", path, query: { "api-version": apiVersion }, signal } as const;
  const items = await listAll(api, request).catch(() => undefined);
  signal?.throwIfAborted();
  return items?.filter(isValues);
}

export const idOfOperation = (operation: Values): string | undefined => readOperation(operation)?.id;

export const isRunning = (operation: Values): boolean => readOperation(operation)?.is === "running";

/** Tolerance for the clocks of the service's machines. */
const toleranceMs = 5_000;

/**
 * The operation of a change: not known before, started since, and the caller's where there are several. A check that has passed
 * changes nothing, so it is not the operation of a change.
 */
export function newOperation(
  operations: readonly Values[],
  before: Before,
  callerId: string | undefined,
): Values | undefined {
  const isNew = (operation: Values): boolean => {
    const { id, word } = readOperation(operation) ?? {};
    const startedAt = Date.parse(String(operation.startTime));
    return (
      id !== undefined &&
      !before.ids.has(id) &&
      word?.toLowerCase() !== "validationpassed" &&
      !(startedAt + toleranceMs < before.at)
    );
  };
  const isOthers = (operation: Values): number =>
    Number(!isSameText(valueAt(operation, "requestedBy.userId"), callerId));
  // Another one starts when ours has ended, so ours is the first.
  return operations
    .filter(isNew)
    .sort((one, other) => isOthers(one) - isOthers(other) || startOf(one) - startOf(other))[0];
}

const isSameText = (one: unknown, other: string | undefined): boolean =>
  typeof one === "string" && one.toLowerCase() === other?.toLowerCase();

const startOf = ({ startTime }: Values): number => Date.parse(String(startTime)) || 0;
