import type { Recorder } from "../recorder";
import type { Op } from "../steps/step";
import { prefixes } from "./symbols";

/** Ops that change something, in the order of the Pulumi CLI; reading is no change. */
const verbs: Partial<Record<Op, [planned: string, done: string]>> = {
  create: ["to create", "created"],
  update: ["to update", "updated"],
  delete: ["to delete", "deleted"],
  replace: ["to replace", "replaced"],
  refresh: ["to refresh", "refreshed"],
  import: ["to import", "imported"],
};

/** The counts of resources as lines, as the Pulumi CLI words them. */
export function renderSummary({ preview, changes }: Pick<Recorder, "preview" | "changes">): string[] {
  const lines: string[] = [];
  let total = 0;
  for (const [op, [planned, done]] of Object.entries(verbs) as [Op, [string, string]][]) {
    const count = changes[op];
    if (!count) continue;
    total += count;
    lines.push(`${prefixes[op]}${count} ${preview ? planned : done}`);
  }
  const pieces = lines.length > 1 ? [`${total} changes`] : [];
  if (changes.same) pieces.push(`${changes.same} unchanged`);
  return pieces.length > 0 ? [...lines, pieces.join(". ")] : lines;
}

/** The section of counts, that of the resources with errors at its end. */
export function renderResources(recorder: Recorder, errored: number): string {
  const lines = renderSummary(recorder);
  if (errored > 0) lines.push(`${errored} errored`);
  return ["Resources:", ...lines.map((line) => `    ${line}`), ""].join("\n");
}
