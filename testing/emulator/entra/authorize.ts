import type { TenantState } from "../tenantState";
import { checkApplication, findUser } from "./directory";
import { SignInRefused } from "./signInRefused";
import { factsOf } from "./tokenAnswer";

/**
 * The address that the browser is sent to: the client's, with a code of the user who is signed in to it, or with why not.
 * Throws where Entra shows the refusal in the browser instead.
 */
export function authorize(tenantState: TenantState, query: URLSearchParams): string {
  const redirectUri = query.get("redirect_uri") ?? "";
  const clientId = query.get("client_id") ?? "";
  checkApplication(tenantState, clientId);
  if (!isLoopback(redirectUri)) throw new SignInRefused(50011, { redirectUri, clientId });
  const answer = answerOf(tenantState, query, redirectUri, clientId);
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state: query.get("state") }))
    if (value !== null) target.searchParams.set(name, value);
  return target.href;
}

function answerOf(
  tenantState: TenantState,
  query: URLSearchParams,
  redirectUri: string,
  clientId: string,
): Record<string, string> {
  const facts = factsOf(tenantState, query);
  const demanded = tenantState.entra.refusals.take("authorize");
  const user = findUser(tenantState, tenantState.settings.signedInUser);
  const code = demanded ?? (user && tenantState.entra.refusals.take("authorize", user.id));
  if (code !== undefined) return refusalParameters(new SignInRefused(code, facts));
  if (user === undefined)
    return refusalParameters(new SignInRefused(50034, { ...facts, user: tenantState.settings.signedInUser }));
  const codeChallenge = query.get("code_challenge");
  const nonce = query.get("nonce");
  return {
    code: tenantState.entra.authorizationCodes.start({
      userId: user.id,
      clientId,
      redirectUri,
      ...(codeChallenge === null ? {} : { codeChallenge }),
      ...(nonce === null ? {} : { nonce }),
    }),
    session_state: tenantState.newId(),
  };
}

const refusalParameters = ({ error, message }: SignInRefused): Record<string, string> => ({
  error,
  error_description: message,
});

/** Sign-ins end on this machine alone. */
const isLoopback = (address: string): boolean =>
  URL.canParse(address) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
