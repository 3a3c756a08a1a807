import { apiApplicationId } from "../../auth";
import { callerLine } from "./caller";
import type { RefusedCall } from "./refusedCall";

/** What to do about a 401: the API did not accept the token, so roles play no part yet. */
export function unauthorizedAdvice({ connection }: RefusedCall): readonly string[] {
  const wanted = audienceOf(connection.scope);
  const given = connection.caller()?.aud;
  const isForeign = given !== undefined && ![wanted, apiApplicationId].includes(audienceOf(given));
  return [
    callerLine(connection),
    isForeign
      ? `The token is for ${given}, and this API takes those for ${wanted}: \`az account get-access-token --resource ${wanted}\` gives one.`
      : `The API at ${connection.endpoint} takes unexpired tokens for ${wanted}, of the tenant that it is to work in. Check cloud, endpoint, scope and tenantId.`,
  ];
}

const audienceOf = (scope: string): string => scope.replace(/\/+(?:\.default)?$/, "");
