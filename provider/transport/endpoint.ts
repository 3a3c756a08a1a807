import { BadResponseError, ConfigurationError, ValidationError } from "../errors";
import { isLoopback } from "./loopback";
import { parseUrl } from "./parseUrl";

/**
 * Where the API is. The token goes here and nowhere else.
 * @throws ConfigurationError for anything but https, except plain http to this machine.
 */
export function parseEndpoint(endpoint: string): URL {
  const url = parseUrl(endpoint);
  if (url === undefined) throw new ConfigurationError("endpoint is not a URL");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new ConfigurationError(
      `endpoint "${url.origin}" must be https; plain http is for this machine only (localhost, 127.0.0.1, [::1])`,
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new ConfigurationError(`endpoint "${url.origin}" must not hold a user, a query or a fragment`);
  }
  return url;
}

/**
 * The address of a call: a path below the endpoint, or an absolute next link of the same origin or of an https host
 * below the endpoint's (the service has tenant and environment hosts).
 * @throws BadResponseError for a link that leads anywhere else; nothing is sent there, least of all a token.
 */
export function addressOf(endpoint: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = /^https?:/i.test(path) ? linkOf(endpoint, path) : pathBelow(endpoint, path);
  const added = Object.entries(query).map(([name, value]) => `${encodeName(name)}=${encodeURIComponent(value)}`);
  if (added.length > 0) url.search = [...(url.search === "" ? [] : [url.search.slice(1)]), ...added].join("&");
  return url;
}

/** OData names its options with a dollar sign, which a query may hold as it is. */
const encodeName = (name: string): string => encodeURIComponent(name).replaceAll("%24", "$");

function linkOf(endpoint: URL, link: string): URL {
  const url = parseUrl(link);
  const isBelow =
    url?.protocol === "https:" && url.port === endpoint.port && url.hostname.endsWith(`.${endpoint.hostname}`);
  if (url === undefined || !(url.origin === endpoint.origin || isBelow) || url.username !== "" || url.password !== "") {
    throw new BadResponseError(
      `the service gave a link to ${url === undefined ? "no address" : url.origin}, which is not below ${endpoint.origin}; it was not followed`,
      { reason: "shape", outcome: "neverSent" },
    );
  }
  url.hash = "";
  return url;
}

function pathBelow(endpoint: URL, path: string): URL {
  const base = endpoint.pathname.replace(/\/$/, "");
  const [pathname = ""] = path.split("?", 1);
  const url = parseUrl(`${endpoint.origin}${base}${path}`);
  // A segment "..", also encoded, would turn the delete of one object into another call.
  if (
    !path.startsWith("/") ||
    url?.origin !== endpoint.origin ||
    url.pathname !== `${base}${pathname}` ||
    url.hash !== ""
  ) {
    const reason = "must start with a slash and have encoded segments, none of them a dot or two";
    throw new ValidationError(`path "${path}" ${reason}`, {
      failures: [{ property: "path", reason }],
      outcome: "neverSent",
    });
  }
  return url;
}
