import { spawn } from "node:child_process";
import { join } from "node:path";

import type { Form } from "../../programs/forms";
import type { DeclaredResource } from "./programs";

/** One operation of a stack. */
export interface Operation {
  readonly kind: "up" | "preview" | "destroy";
  readonly form: Form["title"];
  readonly resources: readonly DeclaredResource[];
  readonly statePath: string;
  /** Environment of the providers. */
  readonly env: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface Ended {
  /** Why it failed; of a process that was killed nothing is known. */
  readonly error?: string;
  readonly isKilled?: true;
  readonly changes?: Readonly<Record<string, number>>;
  readonly warnings?: readonly string[];
}

/** An engine in a process of its own. */
export interface EngineProcess {
  readonly ended: Promise<Ended>;
  /** SIGKILL. Its providers lose their engine. */
  kill(): Promise<void>;
}

/** Runs an operation in a process of its own. */
export function startEngine(operation: Operation): EngineProcess {
  const child = spawn(process.execPath, [join(__dirname, "runOperation.js"), JSON.stringify(operation)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  // Its pipes may stay open in the hands of a provider that outlives it.
  const ended = new Promise<Ended>((resolve) => {
    child.once("exit", (_code, signal) => {
      if (signal !== null) resolve({ isKilled: true });
    });
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(printed) as Ended);
      else resolve({ error: `the engine has ended with ${code}: ${printed}` });
    });
  });
  return {
    ended,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
