import { createHash } from "node:crypto";
import { SignInRefused } from "./signInRefused";

/** What a sign-in in the browser was for. */
export interface Authorization {
  userId: string;
  clientId: string;
  redirectUri: string;
  /** PKCE, method S256. Absent when the client sent none. */
  codeChallenge?: string;
  /** Goes into the id token. */
  nonce?: string;
}

interface StoredAuthorization extends Authorization {
  expiresAt: number;
  isRedeemed: boolean;
}

const tenMinutesMs = 600_000;

/** Authorization codes: good for ten minutes and for one redemption. */
export class AuthorizationCodes {
  private readonly codes = new Map<string, StoredAuthorization>();

  constructor(
    private readonly now: () => number,
    private readonly newId: () => string,
  ) {}

  start(authorization: Authorization): string {
    const code = this.newId();
    this.codes.set(code, { ...authorization, expiresAt: this.now() + tenMinutesMs, isRedeemed: false });
    return code;
  }

  /** Throws what Entra refuses with. */
  redeem(form: URLSearchParams): Authorization {
    const found = this.codes.get(form.get("code") ?? "");
    const redirectUri = form.get("redirect_uri") ?? "";
    if (found === undefined || found.clientId !== form.get("client_id")) throw new SignInRefused(70000);
    if (found.isRedeemed) throw new SignInRefused(54005);
    if (found.expiresAt <= this.now()) throw new SignInRefused(70008);
    if (found.redirectUri !== redirectUri) throw new SignInRefused(500112, { redirectUri });
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (found.codeChallenge !== undefined && found.codeChallenge !== verifier) throw new SignInRefused(501481);
    found.isRedeemed = true;
    return found;
  }

  clear(): void {
    this.codes.clear();
  }
}
