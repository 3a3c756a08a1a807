import type { RunDetails } from "fast-check";

import type { Story } from "./story";

/** What has failed, and how to play it again: as data, and by its seed while the stories are made as they are now. */
export function told({ seed, counterexamplePath, counterexample, errorInstance }: RunDetails<[Story]>): string {
  const [story] = counterexample ?? [];
  const error = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return [
    error,
    `seed ${seed}, path ${counterexamplePath ?? "none"}; for test/model/regressions.ts:`,
    JSON.stringify(story),
  ].join("\n");
}
