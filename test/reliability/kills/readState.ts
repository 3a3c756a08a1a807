import { readFileSync } from "node:fs";

import type { Deployment } from "pulumi-power-platform-testing";

/** Resources of the program in a state file, as far as they tell what is in the tenant. */
export function readState(path: string): readonly { name: string; id: string; isCondemned: boolean }[] {
  const { deployment } = JSON.parse(readFileSync(path, "utf8")) as Deployment;
  return (deployment.resources ?? [])
    .filter(({ type }) => !type.startsWith("pulumi:"))
    .map(({ urn, id = "", delete: isCondemned = false }) => ({
      name: urn.split("::").at(-1) ?? "",
      id,
      isCondemned,
    }))
    .sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
}
