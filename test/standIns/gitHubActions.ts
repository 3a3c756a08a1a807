import { idToken } from "./idToken";
import { bearerOf, startTokenServer } from "./server";
import type { StandInServer } from "./standIn";

export const gitHubIssuer = "https://token.actions.githubusercontent.com";

export interface GitHubActionsOptions {
  /** @default "repo:contoso/iac:ref:refs/heads/main" */
  readonly subject?: string;
  /** Of the tokens that it gives; negative for expired ones. @default 300 */
  readonly lifetimeSeconds?: number;
}

const requestToken = "stand-in-github-request-token";

/** The id token endpoint of a GitHub Actions job. https://docs.github.com/actions/reference/security/oidc */
export function startGitHubActions({
  subject = "repo:contoso/iac:ref:refs/heads/main",
  lifetimeSeconds,
}: GitHubActionsOptions = {}): Promise<StandInServer> {
  return startTokenServer({
    env: (url) => ({
      GITHUB_ACTIONS: "true",
      // The address has a query already: the audience is added with `&`.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/idtoken?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    }),
    answer(request) {
      if (bearerOf(request) !== requestToken) return { status: 401, body: { message: "Not authorized." } };
      if (request.method !== "GET") return { status: 405 };
      if (request.path !== "/idtoken" || request.query["api-version"] === undefined) return { status: 404 };
      const value = idToken(
        {
          iss: gitHubIssuer,
          sub: subject,
          aud: request.query.audience ?? "https://github.com/contoso",
          repository: "contoso/iac",
          repository_owner: "contoso",
        },
        lifetimeSeconds,
      );
      return { status: 200, body: { count: value.length, value } };
    },
  });
}
