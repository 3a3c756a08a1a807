import { expect } from "chai";

import type { SettingsChange } from "../../../testing/emulator/settings";
import { type SharedTime, shareTime } from "../sharedTime";
import { type BusyTenant, startBusyTenant } from "./busyTenant";

/** A busy tenant and the time that it shares with its providers. */
export interface TimedTenant {
  readonly time: SharedTime;
  readonly busy: BusyTenant;
}

/** Gives the tests of a suite one, with 20 ms a request and as set before each test. To be read within tests only. */
export function timedTenant(settings: SettingsChange): TimedTenant {
  const tenant = {} as { -readonly [Name in keyof TimedTenant]: TimedTenant[Name] };
  before(async () => {
    tenant.time = shareTime();
    tenant.busy = await startBusyTenant({ clock: tenant.time.tenantClock, latencyMs: 20 });
  });
  after(async () => {
    tenant.time.end();
    await tenant.busy.emulator.close();
  });
  beforeEach(() => {
    tenant.busy.meanwhile = () => undefined;
    tenant.busy.emulator.reset();
    tenant.busy.emulator.configure(settings);
  });
  afterEach(() => {
    expect(tenant.busy.emulator.contractViolations).to.deep.equal([]);
  });
  return tenant;
}
