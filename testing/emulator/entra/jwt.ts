import { createHmac, timingSafeEqual } from "node:crypto";

/** Claims of an access token, as far as clients and the emulator look at them. */
export interface Claims {
  aud: string;
  iss: string;
  /** Tenant id. */
  tid: string;
  /** Entra object id of the principal. */
  oid: string;
  sub: string;
  /** Seconds since 1970. */
  iat: number;
  nbf: number;
  /** Seconds since 1970. */
  exp: number;
  appid?: string;
  upn?: string;
  idtyp?: "app" | "user";
  roles?: string[];
  /** Delegated permissions, separated by spaces; absent when a user's token is not limited. */
  scp?: string;
  /** The emulator's own: the `nbf` that the token was asked for with, after a revocation. */
  answeredDemand?: number;
  ver: string;
  /** Id of this token, so that no two are equal. */
  uti: string;
  [claim: string]: unknown;
}

// The header says RS256 because clients may look at it. The signature is an HMAC with a public key: it tells our
// tokens from others across restarts and protects nothing.
const header = { typ: "JWT", alg: "RS256", kid: "pulumi-power-platform-emulator" };
const key = "pulumi-power-platform emulator: not a secret";

export function encodeToken(claims: Record<string, unknown>): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${sign(content)}`;
}

/** The claims of a token that an emulator made; undefined for any other text. */
export function readToken(token: string): Claims | undefined {
  const [first, second, signature, ...rest] = token.split(".");
  if (first === undefined || second === undefined || signature === undefined || rest.length > 0) return undefined;
  const expected = Buffer.from(sign(`${first}.${second}`));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return JSON.parse(Buffer.from(second, "base64url").toString("utf8")) as Claims;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const sign = (content: string): string => createHmac("sha256", key).update(content).digest("base64url");
