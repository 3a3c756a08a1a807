import { ConfigurationError, registerSecret } from "../errors";
import { isExempt } from "./noProxy";
import { parseUrl } from "./parseUrl";

/** The address of the proxy for a URL, as the environment gives it; empty for none. */
export type ProxyOf = (url: URL) => string;

export interface Proxy {
  /** Without user and password. */
  readonly url: URL;
  /** Host and port, for messages. */
  readonly name: string;
  /** Value of `Proxy-Authorization`. */
  readonly authorization?: string;
}

/** Reads the usual variables of this process, as they are at the time: `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`, in either case. */
export const environmentProxy: ProxyOf = (url) => {
  const address = isExemptHere(url) ? "" : variable("https_proxy") || variable("all_proxy");
  // As curl and Go read it.
  return address === "" || address.includes("://") ? address : `http://${address}`;
};

/** Whether NO_PROXY of this process exempts the host. */
export const isExemptHere = (url: URL): boolean => isExempt(url, variable("no_proxy"));

const variable = (name: string): string => process.env[name] || process.env[name.toUpperCase()] || "";

const where = "the proxy in HTTPS_PROXY or ALL_PROXY";

/**
 * Takes user and password out of the address and registers them as secrets.
 * @throws ConfigurationError when it is not the address of a proxy; it never repeats what was given.
 */
export function parseProxy(text: string): Proxy {
  const url = parseUrl(text);
  if (url === undefined || url.hostname === "") {
    throw problem(
      "is not an address such as http://proxy.example.com:8080, user and password with %XX for what is special",
    );
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw problem(`starts with ${url.protocol}//; only http:// and https:// are supported`);
  }
  const [user, password] = [decoded(url.username), decoded(url.password)];
  const plain = new URL(url.origin);
  const port = plain.port === "" ? (plain.protocol === "https:" ? "443" : "80") : plain.port;
  const name = `${plain.hostname}:${port}`;
  if (user === "" && password === "") return { url: plain, name };
  const pair = `${user}:${password}`;
  for (const secret of [password === "" ? user : password, url.password, pair]) registerSecret(secret);
  return { url: plain, name, authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw problem("has a user or password with % that is not %XX; write % itself as %25");
  }
}

function problem(what: string): ConfigurationError {
  return new ConfigurationError(`${where} ${what}`, { outcome: "neverSent" });
}
