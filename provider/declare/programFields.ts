import { z } from "zod";

import { computedWhenAbsent, flag, object, oneOf } from "./fields";
import { fieldTree } from "./fieldTree";

const units = { s: 1, m: 60, h: 3600 } as const;
const durationPattern = /^(\d+(?:\.\d+)?)\s*(s|m|h)$/;

/** Longer waits are mistakes of the unit, and timers of Node end at 24 days. */
const longestSeconds = 24 * 60 * 60;

/** A time-out as text with a unit ("90s", "10m", "1h") or as a number of seconds, at most a day. */
const duration = () => {
  const wrong = 'must be seconds or text such as "90s", "10m", "1h", at most "24h"';
  const isShort = (value: string | number): boolean => (secondsOf(value) ?? 0) <= longestSeconds;
  return z
    .union([z.number(wrong).positive(wrong), z.string(wrong).regex(durationPattern, wrong)], wrong)
    .refine(isShort, wrong);
};

/** Inputs of every resource that tell the provider what to do and are no part of the object in the tenant. */
export const programShape = {
  /**
   * Adopt an object that exists already with the same natural key: bring it to what the program declares and manage it
   * from then on. Without it such an object is an error, since it belongs to somebody.
   * @default false
   */
  adopt: computedWhenAbsent(flag()),
  /** How long to wait for the service, each as "90s", "10m", "1h" or a number of seconds. Wins over `pollTimeout`. */
  timeouts: computedWhenAbsent(
    object({
      /** For a create: until the new object is final and can be read. */
      create: computedWhenAbsent(duration()),
      /** For an update: until the change is final. */
      update: computedWhenAbsent(duration()),
    }),
  ),
};

export const programFields = fieldTree(programShape);

/** The same of settings, which exist already and are adopted in any case. */
export const settingProgramShape = {
  timeouts: programShape.timeouts,
  /**
   * What happens to the settings when the resource is deleted: `restore` puts back what was found when they were adopted,
   * `keep` leaves them as they are.
   * @default keep
   */
  onDelete: oneOf(["restore", "keep"], { recorded: true }).default("keep"),
};

export const settingProgramFields = fieldTree(settingProgramShape);

/** The value of a `timeouts` member in milliseconds. */
export function timeoutMs(timeouts: unknown, operation: "create" | "update"): number | undefined {
  const seconds = secondsOf((timeouts as Record<string, unknown> | null | undefined)?.[operation]);
  return seconds === undefined ? undefined : seconds * 1_000;
}

function secondsOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const [, amount, unit] = typeof value === "string" ? (durationPattern.exec(value) ?? []) : [];
  return amount === undefined ? undefined : Number(amount) * units[unit as keyof typeof units];
}
