import { Emulator, type EmulatorOptions, type LoggedRequest } from "../../../testing";

/** An emulated tenant where others do something between two of our requests. */
export interface BusyTenant {
  readonly emulator: Emulator;
  /** Called when a request has come in and was not looked at yet; the request goes on when it resolves. */
  meanwhile: (request: LoggedRequest) => void | Promise<void>;
}

/** Starts one; nobody does anything yet. */
export async function startBusyTenant(options: EmulatorOptions = {}): Promise<BusyTenant> {
  const clock = {
    now: () => Date.now(),
    sleep: async () => {
      await tenant.meanwhile(emulator.requests.at(-1)!);
    },
  };
  const emulator = await Emulator.start({ ...options, latencyMs: 1, clock });
  const tenant: BusyTenant = { emulator, meanwhile: () => undefined };
  return tenant;
}
