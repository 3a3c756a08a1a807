import type { SelfSigned } from "../../testing/emulator/certificate/selfSigned";
import { idToken } from "./idToken";
import { bearerOf, startTokenServer } from "./server";
import type { StandInServer } from "./standIn";

export const azurePipelinesIssuer = "https://vstoken.dev.azure.com/66666666-6666-4666-8666-666666666666";
export const azurePipelinesSubject = "sc://contoso/iac/power-platform";
export const serviceConnectionId = "77777777-7777-4777-8777-777777777777";

export interface AzurePipelinesOptions {
  /** Serves https: AzurePipelinesCredential of @azure/identity takes no http address. */
  readonly certificate?: SelfSigned;
  /** Of the tokens that it gives; negative for expired ones. @default 300 */
  readonly lifetimeSeconds?: number;
}

const accessToken = "stand-in-system-access-token";
const path = "/contoso/iac/_apis/distributedtask/hubs/build/plans/1/jobs/2/oidctoken";

/**
 * The token endpoint of an Azure DevOps job.
 * https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create
 */
export function startAzurePipelines({
  certificate,
  lifetimeSeconds,
}: AzurePipelinesOptions = {}): Promise<StandInServer> {
  return startTokenServer({
    certificate,
    env: (url) => ({
      TF_BUILD: "True",
      SYSTEM_OIDCREQUESTURI: `${url}${path}`,
      SYSTEM_ACCESSTOKEN: accessToken,
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: serviceConnectionId,
    }),
    answer(request) {
      const { method, query, headers } = request;
      if (bearerOf(request) !== accessToken)
        return headers["x-tfs-fedauthredirect"] === "Suppress" ? { status: 401 } : signInPage;
      if (method !== "POST") return { status: 405 };
      if (request.path !== path || query["api-version"] === undefined) return { status: 404 };
      if (query.serviceConnectionId !== serviceConnectionId)
        return { status: 404, body: notReferenced(query.serviceConnectionId ?? "") };
      const claims = {
        iss: azurePipelinesIssuer,
        sub: azurePipelinesSubject,
        aud: "api://AzureADTokenExchange",
      };
      return { status: 200, body: { oidcToken: idToken(claims, lifetimeSeconds) } };
    },
  });
}

const signInPage = {
  status: 302,
  headers: { location: "https://spsprodcus3.vssps.visualstudio.com/_signin?realm=dev.azure.com" },
  body: '<html><head><title>Object moved</title></head><body><h2>Object moved to <a href="https://spsprodcus3.vssps.visualstudio.com/_signin">here</a>.</h2></body></html>',
};

/** The shape and the idea of the words: dotnet/docker-tools issue 2012; the status is not in it. */
const notReferenced = (id: string): object => {
  const value = `There is no explicit reference to service connection ${id} from current stage Deploy.Deploy.__default.`;
  return { count: value.length, value };
};
