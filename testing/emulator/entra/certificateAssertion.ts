import { constants, createHash, verify, X509Certificate } from "node:crypto";
import type { Principal } from "../tenant/types";
import type { TenantState } from "../tenantState";
import { type Assertion, thumbprintOf } from "./assertion";
import { SignInRefused } from "./signInRefused";

/**
 * Checks an assertion that an application signed itself. Where certificates are registered it has to be signed by one of
 * them; any is trusted otherwise. https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function checkCertificate(
  tenantState: TenantState,
  application: Principal,
  clientId: string,
  assertion: Assertion,
): void {
  const { iss, sub, aud } = assertion.claims;
  if (iss !== clientId || sub !== clientId) throw new SignInRefused(700021);
  if (!isForUs(tenantState, aud)) throw new SignInRefused(700023, { audience: String(aud) });
  const { certificates } = application;
  if (certificates === undefined) return;
  const reason = reasonAgainst(tenantState, certificates, assertion);
  if (reason !== undefined) throw new SignInRefused(700027, { clientId, thumbprint: thumbprintOf(assertion), reason });
}

function reasonAgainst(tenantState: TenantState, certificates: string[], assertion: Assertion): string | undefined {
  const sent = thumbprintOf(assertion);
  const found = certificates
    .map((pem) => new X509Certificate(pem))
    .find(({ raw }) => ["sha1", "sha256"].some((hash) => digest(hash, raw) === sent));
  if (found === undefined) return "The key was not found.";
  if (Date.parse(found.validTo) <= tenantState.clock.now()) return "The key used is expired.";
  if (!isSignedBy(found, assertion)) return "The provided signature value did not match the expected value.";
  return chainBeginsWith(found, assertion) ? undefined : "The certificate chain is of another key.";
}

const digest = (hash: string, content: Buffer): string => createHash(hash).update(content).digest("hex").toUpperCase();

function isSignedBy({ publicKey }: X509Certificate, { header, content, signature }: Assertion): boolean {
  if (publicKey.asymmetricKeyType !== "rsa") return false;
  const key = publicKey.export({ type: "spki", format: "pem" });
  if (header.alg === "RS256") return verify("sha256", Buffer.from(content), key, signature);
  if (header.alg !== "PS256") return false;
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify("sha256", Buffer.from(content), { key, padding, saltLength: 32 }, signature);
}

/** True also when no chain was sent. */
const chainBeginsWith = ({ raw }: X509Certificate, { header: { x5c } }: Assertion): boolean =>
  !Array.isArray(x5c) || x5c[0] === raw.toString("base64");

/** The token endpoint or the issuer of any tenant here. */
const isForUs = ({ authorityUrl, baseUrl }: TenantState, audience: unknown): boolean =>
  typeof audience === "string" &&
  [authorityUrl, baseUrl].some((url) => audience.startsWith(`${url}/`)) &&
  /\/(oauth2\/v2\.0\/token|v2\.0)$/.test(audience);
