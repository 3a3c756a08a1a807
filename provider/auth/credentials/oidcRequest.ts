import { BadResponseError, PowerPlatformError } from "../../errors";
import { createApi } from "../../transport/client";
import type { Setting } from "../resolvedSettings";

/** Where a pipeline hands out tokens, and the token that is asked with. */
export interface OidcRequest {
  readonly url: Setting;
  readonly token: Setting;
}

interface Form {
  readonly method: "GET" | "POST";
  readonly query: Readonly<Record<string, string>>;
  /** Where the answer has the token. */
  readonly member: string;
}

/** Asks a pipeline for a token that says which job this is. What the address says already is not said twice. */
export async function requestOidcToken({ url, token }: OidcRequest, form: Form): Promise<string> {
  const address = new URL(url.value);
  const api = createApi({
    endpoint: address.origin,
    tokens: { getToken: () => Promise.resolve(token.value) },
  });
  const query = Object.fromEntries(Object.entries(form.query).filter(([name]) => !address.searchParams.has(name)));
  const path = `${address.pathname}${address.search}`;
  const { body } = await api.send({ method: form.method, path, query }).catch((error: unknown) => {
    throw refused(url, token, error);
  });
  const answered = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const assertion = answered[form.member];
  if (typeof assertion === "string" && assertion !== "") return assertion;
  throw new Error(`the answer of ${address.host}, from ${url.origin}, holds no token`);
}

/** A redirect leads to a page for signing in; some hosts answer with that page at once, as 203 or 200. */
function refused(url: Setting, token: Setting, error: unknown): unknown {
  if (!(error instanceof PowerPlatformError)) return error;
  const { status = 0 } = error;
  const isPage = error instanceof BadResponseError && error.reason === "notJson";
  const isRefused = isPage || status === 401 || status === 403 || (status >= 300 && status < 400);
  const why = isRefused ? `: the token from ${token.origin} does not suffice, or belongs to another job` : "";
  return new Error(`the pipeline gave no token at ${url.origin}${why}; ${error.message}`, { cause: error });
}
