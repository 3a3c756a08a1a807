import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** What a tenant can be asked. */
export interface Question {
  start: { readonly latencyMs: number };
  routes: undefined;
  cpuMs: undefined;
}

export interface Answer {
  /** Environment of programs that use the tenant, and the scopes it has. */
  start: { readonly env: Readonly<Record<string, string>>; readonly scopes: readonly string[] };
  /** The number of requests for each route since the last call: `GET /licensing/billingPolicies`. */
  routes: Readonly<Record<string, number>>;
  /** Processor time of the tenant since its start. */
  cpuMs: number;
}

/** An emulated tenant in a separate process. It answers one question at a time. */
export class Tenant {
  private constructor(
    private readonly child: ChildProcess,
    readonly env: Answer["start"]["env"],
    readonly scopes: Answer["start"]["scopes"],
  ) {}

  static async start(latencyMs: number): Promise<Tenant> {
    const child = fork(join(__dirname, "tenantProcess.js"), { stdio: "inherit" });
    await once(child, "message");
    const { env, scopes } = await ask(child, "start", { latencyMs });
    return new Tenant(child, env, scopes);
  }

  routes(): Promise<Answer["routes"]> {
    return ask(this.child, "routes", undefined);
  }

  cpuMs(): Promise<number> {
    return ask(this.child, "cpuMs", undefined);
  }

  async close(): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }
}

async function ask<Q extends keyof Question>(child: ChildProcess, name: Q, given: Question[Q]): Promise<Answer[Q]> {
  const answered = once(child, "message") as Promise<[Answer[Q]]>;
  child.send({ name, given });
  const [answer] = await answered;
  return answer;
}
