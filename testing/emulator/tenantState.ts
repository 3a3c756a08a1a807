import type { Clock } from "./clock";
import { EntraState } from "./entra/entraState";
import { Propagation } from "./propagation";
import type { EmulatorSettings } from "./settings";
import { preciseTimestamp } from "./tenant/timestamp";
import { createTenant, type Tenant } from "./tenant/tenant";

export interface TenantStateOptions {
  tenantId: string;
  settings: EmulatorSettings;
  clock: Clock;
  newId: () => string;
  onChange: () => void;
}

/** All that an operation may look at or change: the tenant, the settings, time and new ids. */
export class TenantState {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly propagation: Propagation;
  readonly entra: EntraState;
  settings: EmulatorSettings;
  /** Address of the API without a trailing slash; known once the server listens. */
  baseUrl = "";
  /** Address of the https endpoint for identity libraries. */
  authorityUrl = "";

  constructor(options: TenantStateOptions) {
    const { clock, newId } = options;
    this.clock = clock;
    this.newId = newId;
    this.settings = options.settings;
    this.propagation = new Propagation(() => clock.now());
    this.entra = new EntraState(() => clock.now(), newId);
    this.tenant = createTenant(
      options.tenantId,
      { now: () => clock.now(), newId },
      {
        onChange: options.onChange,
        onScopeAdded: (id) => {
          this.propagation.start("scope", id, this.settings.propagation.scopes);
        },
      },
    );
  }

  /** The time of the clock as the service writes it. */
  now(): string {
    return preciseTimestamp(this.clock.now());
  }
}
