/** Who a token is for, as far as it says so. Read without checking the signature: for messages and the tenant, not for trust. */
export interface TokenClaims {
  /** Entra tenant. */
  readonly tid?: string;
  /** Entra object id of the user or the service principal. */
  readonly oid?: string;
  /** Application that asked for it. */
  readonly appid?: string;
  readonly upn?: string;
  /** `app` for an application, `user` for a user; not every token says it. */
  readonly idtyp?: string;
  /** Delegated permissions, with spaces between; tokens of users only. */
  readonly scp?: string;
  /** The API that it is for: its address, or the id of its application. */
  readonly aud?: string;
  readonly expiresAtMs?: number;
}

const names = ["tid", "oid", "appid", "upn", "idtyp", "scp", "aud"] as const;

/** `undefined` when the token is opaque. */
export function decodeToken(token: string): TokenClaims | undefined {
  const body = decodePayload(token);
  if (body === undefined) return undefined;
  const known = names.flatMap((name) => {
    const value = body[name] ?? (name === "appid" ? body.azp : name === "upn" ? body.preferred_username : undefined);
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  const { exp } = body;
  return {
    ...Object.fromEntries(known),
    ...(typeof exp === "number" && Number.isFinite(exp) ? { expiresAtMs: exp * 1_000 } : {}),
  };
}

/** What a JSON Web Token says; `undefined` when it is none. */
export function decodePayload(token: string): Readonly<Record<string, unknown>> | undefined {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return undefined;
  return parse(Buffer.from(payload, "base64url").toString("utf8"));
}

function parse(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
