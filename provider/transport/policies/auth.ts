import { AuthError } from "../../errors";
import { unlessAborted } from "../abort";
import { claimsChallenge } from "../challenge";
import type { Policy } from "../policy";
import { refusal } from "../refusal";
import type { Tokens } from "../tokens";

/**
 * Sends the bearer token. On 401 nothing was done, so any call is sent once more, with a new token that holds the claims
 * which the service may have asked for.
 */
export const auth = (tokens: Tokens): Policy => ({
  name: "auth",
  async send(request, next) {
    const token = await unlessAborted(tokens.getToken(), request.signal);
    request.headers.set("authorization", `Bearer ${token}`);
    const first = await next(request);
    if (first.status !== 401) return first;
    const claims = claimsChallenge(first.headers["www-authenticate"]);
    const renewal = tokens.getToken({ rejected: token, ...(claims === undefined ? {} : { claims }) });
    const renewed = await unlessAborted(renewal, request.signal).catch((error: unknown) => {
      if (request.signal?.aborted === true) throw error;
      const why = error instanceof Error ? error.message : String(error);
      const { message, details } = refusal(request, first, `no other token could be had: ${why}`);
      throw new AuthError(message, details, { cause: error });
    });
    // Some credentials (managed identities, tools) keep a token until it ends, whoever refuses it.
    if (renewed === token) return first;
    request.headers.set("authorization", `Bearer ${renewed}`);
    return next(request);
  },
});
