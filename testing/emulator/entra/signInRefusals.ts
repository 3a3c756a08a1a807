import type { SignInEndpoint } from "./signInLog";
import { isSameId } from "../tenant/entity";

/** A refusal that a test asks for. */
export interface SignInRefusal {
  /** Number after AADSTS, such as 53003. */
  code: number;
  /** How many sign-ins it hits. @default 1 */
  times?: number | "always";
  /** Object id of the user or application whose sign-ins it hits, once they have proved who they are. @default everybody's */
  principalId?: string;
  /** @default "token" */
  endpoint?: SignInEndpoint;
}

export interface ActiveSignInRefusal extends SignInRefusal {
  /** Sign-ins it has hit so far. */
  hit: number;
}

/** Refusals on demand, the first asked for first. */
export class SignInRefusals {
  private active: ActiveSignInRefusal[] = [];

  add(refusal: SignInRefusal): ActiveSignInRefusal {
    const added = { ...refusal, hit: 0 };
    this.active.push(added);
    return structuredClone(added);
  }

  list(): ActiveSignInRefusal[] {
    return structuredClone(this.active);
  }

  clear(): void {
    this.active = [];
  }

  /** The code to refuse with. Asked first without a principal, then for the one that was found. */
  take(endpoint: SignInEndpoint, principalId?: string): number | undefined {
    const found = this.active.find(
      (refusal) =>
        (refusal.endpoint ?? "token") === endpoint &&
        (principalId === undefined
          ? refusal.principalId === undefined
          : refusal.principalId !== undefined && isSameId(refusal.principalId, principalId)) &&
        (refusal.times === "always" || refusal.hit < (refusal.times ?? 1)),
    );
    if (found !== undefined) found.hit += 1;
    return found?.code;
  }
}
