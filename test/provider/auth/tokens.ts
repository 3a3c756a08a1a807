/** A JWT with these claims; its signature is worthless. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.c2lnbmF0dXJl`;
}

export const tenantA = "aaaaaaaa-0000-0000-0000-000000000001";
export const tenantB = "bbbbbbbb-0000-0000-0000-000000000002";
export const clientId = "cccccccc-0000-0000-0000-000000000003";
