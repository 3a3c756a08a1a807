import type { PresentedAssertion } from "./presented";

/** What is known about a sign-in that failed, for advice that can be run as it is. */
export interface SignInFacts {
  readonly clientId?: string;
  readonly tenantId?: string;
  readonly scope?: string;
  /** Address of Entra. */
  readonly authorityHost?: string;
  /** What a federated credential presented, where the credential can tell. */
  readonly presented?: PresentedAssertion;
}
