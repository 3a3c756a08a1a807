import { duration } from "../transport/poll";
import type { Context } from "./context";

/** Tells the user what is waited for and since when: `waiting: status "Provisioning", 40 s`. */
export const tellWait =
  ({ progress }: Context) =>
  (seen: string, waitedMs: number): void => {
    const since = waitedMs < 1_000 ? "" : `, ${duration(waitedMs)}`;
    progress(`waiting: ${seen}${since}`);
  };
