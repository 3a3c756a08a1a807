import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const homes: string[] = [];

process.once("exit", removePulumiHomes);

/** Removes those that were made so far. */
export function removePulumiHomes(): void {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
}

/** A directory for PULUMI_HOME of its own; it is gone when the tests have ended. */
export function freshPulumiHome(): string {
  const home = mkdtempSync(join(tmpdir(), "pulumi-home-"));
  homes.push(home);
  return home;
}
