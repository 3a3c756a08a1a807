import { duration } from "../transport/poll";
import type { RemoteContext } from "./context";

/**
 * Tells the user what is waited for and since when: `waiting: status "Provisioning", 40 s`.
 * @param resource its kind and name
 */
export const reportProgress =
  ({ progress }: Pick<RemoteContext, "progress">, resource: string) =>
  (seen: string, waitedMs: number): void => {
    const since = waitedMs < 1_000 ? "" : `, ${duration(waitedMs)}`;
    progress(`waiting: ${seen}${since}`, resource);
  };
