import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { fakeClock } from "../../fakeClock";
import { trustCertificates } from "../../inProcess/trustCertificates";
import { startDynamicProcess } from "../../scenarios/dynamicDriver";
import type { ProviderDriver } from "../../scenarios/driver";
import { FakeEngine } from "../../scenarios/fakeEngine";
import { drivePlugin } from "../../scenarios/pluginDriver";
import { startPluginProcess } from "../../scenarios/pluginProcess";
import { type Served, serveDynamic, servePlugin } from "../../scenarios/servedDriver";
import { type AttemptTimers, takeAttemptTimers } from "./attemptTimers";

/** A provider's process of either adapter, or what stands for one in this process. */
export interface ProviderProcess {
  /**
   * Drives it as a run of the engine that has just started it.
   * @param isAbandoned the engine of the run before did not come to its end
   */
  run(isAbandoned: boolean): Promise<ProviderDriver>;
  /** What the engine says on the first Ctrl-C. */
  cancel(): Promise<void>;
  /** The attempts under way take too long. */
  timeOut(): void;
  /** Ends it without a word. */
  kill(): Promise<void>;
}

/** What a test tells a process whose time it gives: attempts under way take too long, or a new run begins now. */
export type TimeSignal = "time out" | "new run";

export const adapters = ["dynamic", "plugin"] as const;

export type Adapter = (typeof adapters)[number];

/** The plugin asks the engine to refresh before every update; the dynamic adapter is played without. */
export const refreshes = (adapter: Adapter): boolean => adapter === "plugin";

/** Starts what plays the provider of one adapter. */
export type StartProvider = (adapter: Adapter, env: Readonly<Record<string, string>>) => Promise<ProviderProcess>;

const starters: Readonly<Record<Adapter, (env: Readonly<Record<string, string>>) => Promise<ProviderProcess>>> = {
  plugin: async (env) => {
    const { child, client, engine, close } = await startPluginProcess(env);
    const signal = (said: TimeSignal): void => void child.stdin.write(`${said}\n`);
    return {
      run: () => {
        signal("new run");
        return drivePlugin(client, engine);
      },
      cancel: async () => {
        await client.call("cancel", new Empty());
      },
      timeOut: () => {
        signal("time out");
      },
      kill: close,
    };
  },
  dynamic: async (env) => {
    const running = await startDynamicProcess({ env });
    const signal = (said: TimeSignal): void => void running.stdin.write(`${said}\n`);
    return {
      run: (isAbandoned) => {
        signal("new run");
        return Promise.resolve(running.run({ isAbandoned }));
      },
      cancel: () => running.cancel(),
      timeOut: () => {
        signal("time out");
      },
      kill: () => running.close(),
    };
  },
};

/** Starts the provider's process, in which time passes as `givenTime` says. */
export const startProcess: StartProvider = (adapter, env) => starters[adapter](env);

/** Providers in this process; a test takes the timers of their attempts, so only one run may go on at a time. */
export class InProcess {
  private readonly timers: AttemptTimers = takeAttemptTimers();

  readonly start: StartProvider = async (adapter, env) => {
    if (env.NODE_EXTRA_CA_CERTS !== undefined) trustCertificates(env.NODE_EXTRA_CA_CERTS);
    const engine = await FakeEngine.start();
    const serve = adapter === "dynamic" ? serveDynamic : servePlugin;
    let current: Served | undefined;
    let die: (reason: Error) => void = () => undefined;
    const death = new Promise<never>((_, reject) => (die = reject));
    death.catch(() => undefined);
    return {
      run: async (isAbandoned) => {
        if (!isAbandoned) await current?.driver.close();
        current = await serve({ env, clock: fakeClock(Date.now()), engine });
        return mortal(current.driver, death);
      },
      cancel: async () => {
        await current?.cancel();
      },
      timeOut: this.timers.timeOut,
      kill: () => {
        die(new Error("the provider is gone"));
        this.timers.forget();
        engine.close();
        return Promise.resolve();
      },
    };
  };

  /** Gives timers back to the system. */
  end(): void {
    this.timers.end();
  }
}

/** The driver of a provider that may be killed: then calls under way get no answer. */
function mortal(driver: ProviderDriver, death: Promise<never>): ProviderDriver {
  const orDeath = <Answer>(call: Promise<Answer>): Promise<Answer> => Promise.race([call, death]);
  return {
    ...driver,
    check: (...args) => orDeath(driver.check(...args)),
    diff: (...args) => orDeath(driver.diff(...args)),
    create: (...args) => orDeath(driver.create(...args)),
    read: (...args) => orDeath(driver.read(...args)),
    update: (...args) => orDeath(driver.update(...args)),
    delete: (...args) => orDeath(driver.delete(...args)),
  };
}
