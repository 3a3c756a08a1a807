import { AuthorizationCodes } from "./authorizationCodes";
import { DeviceCodes } from "./deviceCodes";
import { Revocation } from "./revocation";
import { SignInLog } from "./signInLog";
import { SignInRefusals } from "./signInRefusals";

/** What Entra remembers between requests. Not kept in a state file. */
export class EntraState {
  readonly deviceCodes: DeviceCodes;
  readonly authorizationCodes: AuthorizationCodes;
  readonly revocation: Revocation;
  readonly refusals = new SignInRefusals();
  readonly log = new SignInLog();

  constructor(now: () => number, newId: () => string) {
    this.deviceCodes = new DeviceCodes(now, newId);
    this.authorizationCodes = new AuthorizationCodes(now, newId);
    this.revocation = new Revocation(now);
  }

  clear(): void {
    for (const part of [this.deviceCodes, this.authorizationCodes, this.revocation, this.refusals, this.log])
      part.clear();
  }
}
