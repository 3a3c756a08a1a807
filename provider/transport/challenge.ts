/** The claims of a `WWW-Authenticate: Bearer … claims="…"` header, decoded; `undefined` when it asks for none. */
export function claimsChallenge(header: string | undefined): string | undefined {
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const claims = Buffer.from(encoded, "base64").toString("utf8");
  try {
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined;
  }
}
