import type { TenantState } from "../tenantState";
import type { DeviceCode } from "./deviceCodes";
import { findUser } from "./directory";
import type { EntraState } from "./entraState";
import type { SignIn } from "./signInLog";
import type { ActiveSignInRefusal, SignInRefusal } from "./signInRefusals";

/** What a test or a person does about sign-ins. */
export class Entra {
  private readonly state: EntraState;

  constructor(private readonly tenantState: TenantState) {
    this.state = tenantState.entra;
  }

  /** What was asked of Entra so far, oldest first, as copies and without secrets. */
  get signIns(): SignIn[] {
    return this.state.log.list();
  }

  clearSignIns(): void {
    this.state.log.clear();
  }

  /** Has Entra refuse with one of its codes; the first matching sign-in unless it says otherwise. */
  refuseSignIn(refusal: SignInRefusal): ActiveSignInRefusal {
    return this.state.refusals.add(refusal);
  }

  get refusals(): ActiveSignInRefusal[] {
    return this.state.refusals.list();
  }

  clearRefusals(): void {
    this.state.refusals.clear();
  }

  /** Device codes that nobody has redeemed yet. */
  get deviceCodes(): DeviceCode[] {
    return this.state.deviceCodes.list();
  }

  /** Approves a device code as a user, by object id or name. Throws when there is no such code or user. */
  approveDeviceCode(userCode: string, user: string = this.tenantState.settings.signedInUser): void {
    const found = findUser(this.tenantState, user);
    if (found === undefined) throw new Error(`There is no user "${user}".`);
    this.state.deviceCodes.decide(userCode, { status: "approved", userId: found.id });
  }

  declineDeviceCode(userCode: string): void {
    this.state.deviceCodes.decide(userCode, { status: "declined" });
  }

  /** Revokes every token given so far: the API asks for new ones with a claims challenge. `token()` still gives good ones. */
  revokeTokens(): void {
    this.state.revocation.revoke();
  }
}
