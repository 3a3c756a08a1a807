import type { Emulator } from "../emulator";

/** What the control surface needs of an emulator. */
export type ControlTarget = Pick<
  Emulator,
  | "clearFaults"
  | "clearRequests"
  | "configure"
  | "contractViolations"
  | "env"
  | "envFor"
  | "authorityUrl"
  | "fault"
  | "faults"
  | "requests"
  | "reset"
  | "seed"
  | "settings"
  | "snapshot"
  | "tenant"
  | "tenantId"
  | "token"
  | "url"
>;
