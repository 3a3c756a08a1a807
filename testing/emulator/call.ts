import type { ContractOperation } from "./contract";
import type { Entity } from "./tenant/entity";
import type { Author, Principal } from "./tenant/types";
import type { TenantState } from "./tenantState";

/** One validated request on its way to its operation. */
export interface Call {
  readonly tenantState: TenantState;
  readonly operation: ContractOperation;
  /** Path values, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** JSON body; an empty object when there was none. */
  readonly body: Entity;
  /** Path as the client sent it, without the query. */
  readonly path: string;
  /** Who asks. */
  readonly principal: Principal;
  /** Items to leave out at the start of a list, from the opaque token of a next link. */
  readonly skip: number;
}

/** A path value. The contract requires it, so its absence is a fault of the emulator. */
export function param(call: Pick<Call, "params">, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no {${name}}.`);
  return value;
}

/** Whether a request only asks whether it would be carried out. */
export const isCheck = ({ ValidateOnly }: Readonly<Record<string, string>>): boolean =>
  ValidateOnly?.toLowerCase() === "true";

/** The caller as objects record their author. */
export const author = (call: Call): Author => ({ id: call.principal.id, type: call.principal.type });
