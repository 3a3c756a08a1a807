import { systemClock } from "../../provider/transport/clock";
import type { Emulator } from "../../testing/emulator";
import type { GiveToken, TokenAsk } from "./standIn";

export interface GivenToken {
  readonly token: string;
  readonly expiresAtMs: number;
}

/** The token for what is asked. It says itself when it expires; a text that is no JWT holds for an hour. */
export async function giveToken(give: GiveToken, ask: TokenAsk): Promise<GivenToken> {
  const token = typeof give === "string" ? give : await give(ask);
  const exp = expiryOf(token);
  return { token, expiresAtMs: exp === undefined ? systemClock.now() + 3_600_000 : exp * 1_000 };
}

/** Tokens of an emulator: for the application with the client id that is asked for, else for this principal, else for the owner. */
export const tokensOf =
  (emulator: Emulator, principalId?: string): GiveToken =>
  ({ audience, clientId }) => {
    const id =
      emulator.tenant.principals.list().find(({ appId }) => appId !== undefined && appId === clientId)?.id ??
      principalId;
    return emulator.token({ audience, ...(id === undefined ? {} : { principalId: id }) });
  };

/** `https://api.powerplatform.com/.default` without its last segment. */
export const audienceOfScope = (scope: string): string => scope.replace(/\/\.default$/, "");

function expiryOf(token: string): number | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null && "exp" in claims && typeof claims.exp === "number"
      ? claims.exp
      : undefined;
  } catch {
    return undefined;
  }
}
