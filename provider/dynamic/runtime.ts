import type { Context } from "../lifecycle/context";
import { KeyedLock } from "../lifecycle/keyedLock";
import { systemClock } from "../transport/clock";
import { Collections } from "../transport/collections";
import { createApi } from "../transport";
import { connect, readSettings } from "../auth";
import type { ConfigReader } from "./adapter";
import type { Warn } from "./engineLog";

/** What all kinds share in one process: one connection, one cache of listings, one list of what was made. */
export interface Runtime {
  readonly context: Context;
  /** The tenant as far as configuration names it; no sign-in. */
  readonly configuredTenantId: string | undefined;
  /** Warns of drift, once a resource. */
  readonly reportDrift: (resource: string, lines: readonly string[]) => Promise<void>;
}
