import type { Values } from "../declare/plainValues";
import type { ApiResponse } from "../transport/api";
import type { Listed } from "../transport/collections/listed";
import type { LookOptions } from "../transport/collections/collections";
import type { RemoteContext } from "./context";
import type { Desired, Located, Progress, Recorded } from "./located";

/** The objects with a declared natural key. */
export interface Seen {
  readonly matches: readonly Values[];
  /** The whole listing. Absent if the object has its own route and no list. */
  readonly listed?: Listed;
}

/** An accepted create. */
export interface Made {
  /** The new object; `undefined` when the answer does not hold it. */
  readonly live: Values | undefined;
  /** The answer, which may be that of an operation that has to be awaited. Absent if the shape has waited for the end. */
  readonly answer?: ApiResponse;
  /** What went wrong while the shape waited. */
  readonly failure?: Error;
}

/** The operations of the API on objects of a shape. The lifecycle uses these verbs and never a kind. */
export interface Shape {
  /** Looks for objects with the declared natural key. */
  readonly existing: (desired: Desired, context: RemoteContext, options: LookOptions) => Promise<Seen>;
  /** The live object, from a listing of this process where it has one; `undefined` when it is proven not to exist. */
  readonly read: (recorded: Recorded, context: RemoteContext) => Promise<Values | undefined>;
  /** The same, read now. */
  readonly readNow: (located: Located, context: RemoteContext) => Promise<Values | undefined>;
  readonly make: (desired: Desired, context: RemoteContext, waitMs: number) => Promise<Made>;
  /** Sends what differs from the program. The live object, where the answer holds it. */
  readonly change: (progress: Progress, context: RemoteContext) => Promise<Values | undefined>;
  /** Deletes the object, perhaps as an operation. `undefined` if nothing had to be sent. */
  readonly unmake: (recorded: Recorded, context: RemoteContext) => Promise<ApiResponse | undefined>;
}
