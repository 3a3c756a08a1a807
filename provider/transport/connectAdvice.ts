import type { ConnectFailure, ProxyAnswer } from "./connectFailure";

const unreached: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the name could not be looked up",
  ETIMEDOUT: "no connection in time",
};

const trustIt =
  "set NODE_EXTRA_CA_CERTS to a PEM file with the certificate of that authority, in the environment of `pulumi`";
const untrusted = `the certificate is signed by an authority that is not trusted here; ${trustIt}`;

const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "the certificate of the host has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host",
  DEPTH_ZERO_SELF_SIGNED_CERT: `the certificate of the host is self-signed; ${trustIt}`,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
};

const broken = "the connection broke before the answer";

/**
 * What went wrong and what to do about it, as far as the system's code says; else the system's own message.
 * @param host the one that was meant to be reached
 */
export function explainConnection(
  code: string | undefined,
  failure: ConnectFailure | undefined,
  proxy: string | undefined,
  message = "",
  host?: string,
): string {
  const known = code === undefined ? undefined : (unreached[code] ?? certificates[code]);
  const isBroken = failure === undefined && (code === "ECONNRESET" || code === "EPIPE");
  const said = isBroken ? broken : known;
  const words = said ?? (message || "no answer");
  if (proxy === undefined) {
    return host !== undefined && code !== undefined && code in unreached ? `${words}: ${host}` : words;
  }
  const { answer } = failure ?? {};
  if (answer !== undefined && answer.status !== 200) return refusedByProxy(proxy, answer);
  if (failure !== undefined && answer === undefined) return proxyUnreached(proxy, code, said);
  return `${words}, through the proxy ${proxy}`;
}

function proxyUnreached(proxy: string, code: string | undefined, said: string | undefined): string {
  if (code === "EPROTO") {
    return `the proxy ${proxy} does not answer in TLS; write http:// before its name in HTTPS_PROXY when it is reached without`;
  }
  const what = said ?? "it broke the connection off before it answered";
  return `the proxy ${proxy} was not reached: ${what}; check HTTPS_PROXY, or except this host in NO_PROXY`;
}

function refusedByProxy(proxy: string, { status, text, authenticate = "" }: ProxyAnswer): string {
  const answered = `the proxy ${proxy} answered ${`${status} ${text}`.trim()}`;
  if (status === 407 && authenticate !== "" && !/\bbasic\b/i.test(authenticate)) {
    return `${answered}: it takes ${authenticate.slice(0, 100)}, but only Basic is supported here; ask for a proxy that takes Basic or none`;
  }
  if (status === 407) {
    return `${answered}: it takes another user and password, or any; write them as http://user:password@${proxy} in HTTPS_PROXY, with %XX for what is special`;
  }
  if (status >= 500) return `${answered}: it could not reach the host; check its network and its name service`;
  return `${answered}: it does not let this host through; have it allowed there, or except it in NO_PROXY`;
}
