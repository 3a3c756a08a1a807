import { duration } from "../transport/poll";
import type { RemoteContext } from "./context";

/**
 * Reports the reason and duration of a wait: `waiting: status "Provisioning", 40 s`.
 * @param resource its kind and name
 */
export const reportProgress =
  ({ progress }: Pick<RemoteContext, "progress">, resource: string) =>
  (seen: string, waitedMs: number): void => {
    const since = waitedMs < 1_000 ? "" : `, ${duration(waitedMs)}`;
    progress(`waiting: ${seen}${since}`, resource);
  };
