import { AuthError, ForbiddenError, PowerPlatformError, ThrottledError } from "../../errors";
import { duration } from "../../transport/poll";
import { forbiddenAdvice } from "./forbidden";
import { codeAdviceFor, type RefusedCall } from "./refusedCall";
import { unauthorizedAdvice } from "./unauthorized";

/** Advice for a failed call, a line each, without a request. Empty if there is none. */
export function advise(error: unknown, call: RefusedCall): readonly string[] {
  if (!(error instanceof PowerPlatformError)) return [];
  if (error instanceof AuthError) return error.status === 401 ? unauthorizedAdvice(call) : [];
  if (error instanceof ForbiddenError) return forbiddenAdvice(error, call);
  if (error instanceof ThrottledError) return [throttledLine(error.retryAfterMs)];
  const own = codeAdviceFor(error, call);
  if (own !== undefined) return [own];
  const known = [...(error.codes ?? [])].reverse().flatMap((code) => adviceFor(code, call) ?? []);
  if (known.length > 0) return known.slice(0, 1);
  return error.status === 412 ? ["Somebody changed it meanwhile. Run `pulumi up` again, which looks first."] : [];
}

const throttledLine = (retryAfterMs: number | undefined): string =>
  `Run it again ${retryAfterMs === undefined ? "later" : `in ${duration(retryAfterMs)}`}. \`power-platform:maxConcurrency\` keeps the number of requests at a time down.`;

function adviceFor(code: string, { connection: { endpoint }, apiVersion }: RefusedCall): string | undefined {
  if (code === "RouteNotFound") {
    return `${endpoint} does not have this route. It has to be the API's host for the whole cloud, not that of a tenant or an environment: check endpoint and cloud.`;
  }
  if (code !== "ApiVersionInvalid") return undefined;
  return `${endpoint} does not have the api-version ${apiVersion} that this package speaks. Check endpoint and cloud; if they are right, a newer version of pulumi-power-platform is needed.`;
}
