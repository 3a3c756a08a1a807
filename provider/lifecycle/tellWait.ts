import { duration } from "../transport/poll";
import type { Context } from "./context";

/** Tells the user what is waited for and since when: `waiting: status "Provisioning", 40 s so far`. */
export const tellWait =
  ({ progress }: Context) =>
  (seen: string, waitedMs: number): void => {
    progress(`waiting: ${seen}, ${duration(waitedMs)} so far`);
  };
