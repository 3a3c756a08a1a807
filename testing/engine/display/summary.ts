import type { OperationKind } from "../result";
import type { Op } from "../steps/step";
import { symbols } from "./symbols";

const verbs: Partial<Record<Op, [planned: string, done: string]>> = {
  create: ["to create", "created"],
  update: ["to update", "updated"],
  delete: ["to delete", "deleted"],
  replace: ["to replace", "replaced"],
  read: ["to read", "read"],
};

/** The counts of resources as lines, as the Pulumi CLI words them; what is only forgotten has no line. */
export function renderSummary(operation: OperationKind, changes: Partial<Record<Op, number>>): string[] {
  const lines: string[] = [];
  let total = 0;
  for (const [op, [planned, done]] of Object.entries(verbs) as [Op, [string, string]][]) {
    const count = changes[op];
    if (!count) continue;
    total += count;
    const sign = op === "replace" ? "+-" : `${symbols[op].trim()} `;
    lines.push(`${sign}${count} ${operation === "preview" ? planned : done}`);
  }
  const prefix = lines.length > 1 ? `${total} changes. ` : "";
  if (changes.same) lines.push(`${prefix}${changes.same} unchanged`);
  else if (prefix) lines.push(prefix.trim().replace(".", ""));
  return lines;
}
