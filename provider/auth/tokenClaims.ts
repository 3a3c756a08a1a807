/** Who a token is for, as far as it says so. Read without checking the signature: for messages and the tenant, not for trust. */
export interface TokenClaims {
  /** Entra tenant. */
  readonly tid?: string;
  /** Entra object id of the user or the service principal. */
  readonly oid?: string;
  /** Application that asked for it. */
  readonly appid?: string;
  readonly upn?: string;
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  /** Delegated permissions of a user's token, separated by spaces. */
  readonly scp?: string;
  /** `app` for an application, `user` for a user. */
  readonly idtyp?: string;
  readonly expiresAtMs?: number;
}

const names = ["tid", "oid", "appid", "upn", "idtyp", "iss", "sub", "aud", "scp"] as const;

/** What tokens of version 2 call it. */
const otherNames: Readonly<Partial<Record<string, string>>> = { appid: "azp", upn: "preferred_username" };

/** `undefined` when the token is opaque. */
export function decodeToken(token: string): TokenClaims | undefined {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return undefined;
  const body = parse(Buffer.from(payload, "base64url").toString("utf8"));
  if (body === undefined) return undefined;
  const known = names.flatMap((name) => {
    const other = otherNames[name];
    const claim = body[name] ?? (other === undefined ? undefined : body[other]);
    const value: unknown = Array.isArray(claim) ? claim[0] : claim;
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  const { exp } = body;
  return {
    ...Object.fromEntries(known),
    ...(typeof exp === "number" && Number.isFinite(exp) ? { expiresAtMs: exp * 1_000 } : {}),
  };
}

function parse(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
