import type { OperationKind } from "../result";
import type { Op } from "../steps/step";
import { symbols } from "./symbols";

const verbs: Partial<Record<Op, [planned: string, done: string]>> = {
  create: ["to create", "created"],
  update: ["to update", "updated"],
  delete: ["to delete", "deleted"],
  replace: ["to replace", "replaced"],
  read: ["to read", "read"],
  refresh: ["to refresh", "refreshed"],
  discard: ["to discard", "discarded"],
};

/** The counts of resources as lines, what has not changed at the end. */
export function renderSummary(operation: OperationKind, changes: Partial<Record<Op, number>>): string[] {
  const lines: string[] = [];
  for (const [op, words] of Object.entries(verbs) as [Op, [string, string]][]) {
    const count = changes[op];
    if (count) lines.push(`${symbols[op].trim()} ${count} ${operation === "preview" ? words[0] : words[1]}`);
  }
  if (changes.same) lines.push(`${changes.same} unchanged`);
  return lines.length > 0 ? lines : ["no resources"];
}
