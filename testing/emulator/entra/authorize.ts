import type { World } from "../world";
import { checkApplication, findUser } from "./directory";
import { SignInRefused } from "./signInRefused";
import { factsOf } from "./tokenAnswer";

/**
 * The address that the browser is sent to: the client's, with a code of the user who is signed in to it, or with why not.
 * Throws where Entra shows the refusal in the browser instead.
 */
export function authorize(world: World, query: URLSearchParams): string {
  const redirectUri = query.get("redirect_uri") ?? "";
  const clientId = query.get("client_id") ?? "";
  checkApplication(world, clientId);
  if (!isLoopback(redirectUri)) throw new SignInRefused(50011, { redirectUri, clientId });
  const answer = answerOf(world, query, redirectUri, clientId);
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state: query.get("state") }))
    if (value !== null) target.searchParams.set(name, value);
  return target.href;
}

function answerOf(
  world: World,
  query: URLSearchParams,
  redirectUri: string,
  clientId: string,
): Record<string, string> {
  const facts = factsOf(world, query);
  const demanded = world.entra.refusals.take("authorize");
  const user = findUser(world, world.settings.signedInUser);
  const code = demanded ?? (user && world.entra.refusals.take("authorize", user.id));
  if (code !== undefined) return refusalParameters(new SignInRefused(code, facts));
  if (user === undefined)
    return refusalParameters(new SignInRefused(50034, { ...facts, user: world.settings.signedInUser }));
  const codeChallenge = query.get("code_challenge");
  const nonce = query.get("nonce");
  return {
    code: world.entra.authorizationCodes.start({
      userId: user.id,
      clientId,
      redirectUri,
      ...(codeChallenge === null ? {} : { codeChallenge }),
      ...(nonce === null ? {} : { nonce }),
    }),
    session_state: world.newId(),
  };
}

const refusalParameters = ({ error, message }: SignInRefused): Record<string, string> => ({
  error,
  error_description: message,
});

/** Sign-ins end on this machine alone. */
const isLoopback = (address: string): boolean =>
  URL.canParse(address) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
