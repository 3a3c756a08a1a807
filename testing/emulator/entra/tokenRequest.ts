import type { RoleName } from "../tenant/types";
import type { TokenTerms } from "./issueToken";

/** Who a token is for: a stored principal by id, or a new one with these roles. */
export interface TokenRequest extends TokenTerms {
  principalId?: string;
  roles?: RoleName[];
  type?: "User" | "Application";
}
