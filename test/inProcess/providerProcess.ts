import type { Clock } from "../../provider/transport/clock";

/** What a provider in this process has instead of a process. */
export interface ProviderProcess {
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Clock;
}
