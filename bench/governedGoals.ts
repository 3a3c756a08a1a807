import type { Subject } from "./declaration";
import type { Operation } from "./deployer";
import type { Goal } from "./goals";
import type { Size } from "./options";
import { governedListings } from "./program/governed";
import type { Row } from "./summary";

/** Compares the figures of governed tenants with the goals. Goals without figures are left out. */
export const governedGoals = (rows: readonly Row[], sizes: readonly Size[]): Goal[] =>
  sizes.flatMap((size) => (["dynamic", "plugin"] as const).flatMap((subject) => goalsOf(rows, size, subject)));

function goalsOf(rows: readonly Row[], { count, governed }: Size, subject: Subject): Goal[] {
  const find = (operation: Operation): Row | undefined =>
    rows.find((row) => row.count === count && row.subject === subject && row.operation === operation);
  const listings = governed && governedListings(governed);
  const goals = [
    [`${subject}: requests of an unchanged preview of ${count}`, find("preview")?.requests, listings],
    [`${subject}: writes of a first up of ${count}`, find("first up")?.writes, count],
    [`${subject}: writes of a second up of ${count}`, find("up")?.writes, 0],
  ] as const;
  return goals.flatMap(([goal, measured, limit]) =>
    measured === undefined || limit === undefined ? [] : [{ goal, measured, limit, holds: measured <= limit }],
  );
}
