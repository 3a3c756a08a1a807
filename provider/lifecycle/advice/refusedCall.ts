import type { Connection } from "../../auth";
import type { CodeAdvice } from "../../declare/define";
import type { Values } from "../../declare/plainValues";
import type { PowerPlatformError } from "../../errors";

/** Permissions of the Power Platform API that a call needs. */
export interface Needs {
  /** Delegated permissions, as the contract's `x-permission` has them. */
  readonly delegated: readonly string[];
  /** The same as roles name them. */
  readonly inRoles: readonly string[];
}

/** A call that was refused, as far as advice needs to know it. */
export interface RefusedCall {
  readonly connection: Pick<Connection, "identity" | "endpoint" | "scope" | "caller">;
  readonly apiVersion: string;
  readonly needs: Needs;
  /** Where a role has to be: `/environmentGroups/{id}`, `/environments/{id}`, or empty for the tenant. */
  readonly scope: string;
  /** What a 403 may mean beside a missing role. */
  readonly forbiddenHint?: string | undefined;
  /** What codes of this kind mean. */
  readonly codeAdvice?: CodeAdvice | undefined;
  /** Inputs or outputs of the object. */
  readonly values?: Values | undefined;
}

/** What the kind itself says about a code of the error, of the deepest one that it knows. */
export function codeAdviceFor({ codes = [] }: PowerPlatformError, call: RefusedCall): string | undefined {
  const { codeAdvice = {}, connection, values = {} } = call;
  const known = [...codes].reverse().find((code) => Object.hasOwn(codeAdvice, code));
  const advice = known === undefined ? undefined : codeAdvice[known];
  return typeof advice === "function" ? advice(values, connection.caller()?.oid) : advice;
}
