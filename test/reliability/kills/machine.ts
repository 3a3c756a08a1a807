import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { freshPulumiHome } from "../../pulumiHome";

/** Somebody who deploys stacks: Pulumi's directory on the machine, and the providers' processes that run. */
export class Machine {
  private readonly processes = freshPulumiHome();

  /** @param home that of another one who works on the same machine */
  constructor(readonly home = freshPulumiHome()) {}

  /** What providers that are started here have in their environment. */
  get env(): Readonly<Record<string, string>> {
    return {
      PULUMI_HOME: this.home,
      PROVIDER_PROCESSES: this.processes,
      NODE_OPTIONS: `--require ${join(__dirname, "killable.js")}`,
      // All requests of the tests are in flight at the same time.
      POWER_PLATFORM_MAX_CONCURRENCY: "16",
    };
  }

  /** Providers' processes that live. */
  get providers(): readonly number[] {
    return readdirSync(this.processes).map(Number);
  }

  /** Ends every provider's process with SIGKILL. */
  killProviders(): void {
    for (const pid of this.providers) {
      kill(pid);
      rmSync(join(this.processes, String(pid)), { force: true });
    }
  }

  /** Intents of creates, of whichever stack. */
  get intents(): readonly string[] {
    return readdirSync(this.home, { recursive: true })
      .map(String)
      .filter((path) => /creates[\\/][^\\/]+[\\/]/.test(path));
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}
