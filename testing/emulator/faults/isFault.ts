import type { Fault } from "./fault";

const kinds = ["status", "reset", "truncated", "html", "empty", "slow", "never"];
const matching = ["method", "path", "pathPattern", "operationId"];
const members = [...matching, "kind", "nth", "times", "moment", "status", "body", "headers", "page", "delayMs"];

/** Whether JSON from outside is a fault: enough of a look to refuse a typo. */
export function isFault(value: unknown): value is Fault {
  if (typeof value !== "object" || value === null) return false;
  const fault = value as Record<string, unknown>;
  if (!kinds.includes(String(fault.kind))) return false;
  if (fault.kind === "status" && typeof fault.status !== "number") return false;
  if (fault.kind === "slow" && typeof fault.delayMs !== "number") return false;
  return Object.keys(fault).every((name) => members.includes(name));
}
