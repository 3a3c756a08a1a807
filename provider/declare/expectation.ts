import type { Failure } from "../errors";
import type { Values } from "./plainValues";

/** The tenant and the program, for what is said about an object before it is made. Looks share the listings of the process. */
export interface TenantView {
  /** An item of a list. `undefined` if it is not listed. */
  readonly item: (list: string, id: string) => Promise<Values | undefined>;
  /** All items of a list. */
  readonly items: (list: string) => Promise<readonly Values[]>;
  /** The answer of a route. `undefined` for a 404. */
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<unknown>;
  /** The inputs of the program's resource of a kind that says it is about this id. */
  readonly declared: (kind: string, id: string) => Values | undefined;
}

/** A condition that has to hold for the service to make an object. */
export interface Expectation {
  /** Inputs that have to be known for it. */
  readonly of: readonly string[];
  /** What does not hold, and what to write. `undefined`: it holds, or nobody knows. */
  readonly judge: (values: Values, tenant: TenantView) => Promise<Failure | undefined>;
}
