import { resources } from "../provider/resources";
import { Emulator, seeded } from "pulumi-power-platform-testing";
import type { Answer, Question } from "./tenant";

/** An emulated tenant in a separate process, so it does not wait for the engine and is not measured with it. */
async function main(): Promise<void> {
  const emulator = await Emulator.start();
  await warmUp(emulator);
  const answers: { [Q in keyof Question]: (given: Question[Q]) => Answer[Q] } = {
    start: ({ latencyMs }) => {
      // One resource in ten is an ISV contract.
      emulator.configure({ latencyMs, isv: true });
      const groups = [`/environmentGroups/${seeded.groupId}`];
      const environments = [
        `/environments/${seeded.managedEnvironmentId}`,
        `/environments/${seeded.sandboxEnvironmentId}`,
      ];
      return { env: emulator.env(), scopes: ["tenant", ...groups, ...environments] };
    },
    routes: () => {
      const counts: Record<string, number> = {};
      for (const { method, route = "unknown route" } of emulator.requests) {
        const name = `${method} ${route}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      emulator.clearRequests();
      return counts;
    },
    cpuMs: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
  };
  process.on("message", ({ name, given }: { name: keyof Question; given: never }) => {
    process.send?.(answers[name](given));
  });
  process.on("disconnect", () => process.exit());
  process.send?.("ready");
}

/** The emulator reads its contract at the first request of each part of the API, which takes a second. A tenant does not. */
async function warmUp(emulator: Emulator): Promise<void> {
  const headers = { authorization: `Bearer ${emulator.token()}` };
  for (const { address, apiVersion } of Object.values(resources)) {
    const { collection } = address.of({ scope: "tenant" });
    await fetch(`${emulator.url}${collection}?api-version=${apiVersion}`, { headers });
  }
}

void main();
