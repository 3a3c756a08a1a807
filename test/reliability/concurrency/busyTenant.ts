import { Emulator, type EmulatorOptions, type LoggedRequest } from "pulumi-power-platform-testing";

/** An emulated tenant where others do something between two of our requests. */
export interface BusyTenant {
  readonly emulator: Emulator;
  /** Called when a request has come in and was not looked at yet; the request goes on when it resolves. */
  meanwhile: (request: LoggedRequest) => void | Promise<void>;
  /** Called when an answer is ready that a fault of the kind `slow` delays; the answer is sent when it resolves. */
  beforeAnswer: () => void | Promise<void>;
}

/** Starts one; nobody does anything yet. Without a clock of its own no request takes time. */
export async function startBusyTenant({
  clock: time,
  latencyMs = 1,
  ...options
}: EmulatorOptions = {}): Promise<BusyTenant> {
  const clock = {
    now: () => time?.now() ?? Date.now(),
    sleep: async (ms: number) => {
      if (ms === latencyMs) await tenant.meanwhile(emulator.requests.at(-1)!);
      else await tenant.beforeAnswer();
      await time?.sleep(ms);
    },
  };
  const emulator = await Emulator.start({ isv: true, ...options, latencyMs, clock });
  const tenant: BusyTenant = { emulator, meanwhile: () => undefined, beforeAnswer: () => undefined };
  return tenant;
}
