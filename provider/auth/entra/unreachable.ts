import type { SignInFacts } from "./signInFacts";

/** What the identity library says when nobody, or somebody else than Entra, answered; it tells no more than that. */
const codes = /^(endpoints_resolution_error|openid_config_error|network_error)\b/;

/** The library's code for a sign-in host that was not reached; a managed identity asks another host. */
export function unreachableCode(identity: string, words: string): string | undefined {
  return /^managed identity/i.test(identity) ? undefined : codes.exec(words)?.[1];
}

export const unreachableWords = (code: string, { authorityHost }: SignInFacts): string =>
  `the sign-in host ${authorityHost ?? ""} was not reached, or something else answered (${code}).`.replace(/  +/, " ");

/** A tenant that does not exist looks the same where the library has to ask the host for its addresses. */
export const unreachableAdvice = ({ tenantId }: SignInFacts): readonly string[] => [
  "Check the way there: the proxy (HTTPS_PROXY, NO_PROXY), and the certificate authority of a proxy that decrypts (NODE_EXTRA_CA_CERTS).",
  `Check cloud and authorityHost, and that the tenant${tenantId === undefined ? "" : ` ${tenantId}`} exists there.`,
];
