import type { Entra } from "../entra/entra";
import type { TokenRequest } from "../entra/tokenRequest";
import type { ContractViolation } from "../contractViolation";
import type { ActiveFault, FaultInput } from "../faults/fault";
import type { LoggedRequest } from "../requestLog";
import type { EmulatorSettings, SettingsChange } from "../settings";
import type { Seed, Snapshot } from "../tenant/snapshot";
import type { Tenant } from "../tenant/tenant";

/** What the control surface needs of an emulator. */
export interface ControlTarget {
  readonly url: string;
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly tenant: Tenant;
  readonly entra: Entra;
  readonly requests: LoggedRequest[];
  readonly settings: EmulatorSettings;
  readonly faults: ActiveFault[];
  readonly contractViolations: ContractViolation[];
  clearFaults(): void;
  clearRequests(): void;
  configure(change: SettingsChange): void;
  env(): Record<string, string>;
  fault(fault: FaultInput): ActiveFault;
  reset(): void;
  seed(objects: Seed): void;
  snapshot(): Snapshot;
  token(request?: TokenRequest): string;
}
