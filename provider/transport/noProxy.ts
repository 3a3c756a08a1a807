import { BlockList, isIP } from "node:net";
import { domainToASCII } from "node:url";

/**
 * Whether NO_PROXY exempts a host, by the rules of curl and of Go, which the Pulumi CLI is written in: a name stands for itself and all
 * names below it, with or without a dot before it; addresses, ranges such as `10.0.0.0/8`, `host:port` and `*` work too.
 * @param noProxy entries between commas, semicolons or spaces
 */
export function isExempt({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const host = withoutBrackets(hostname).replace(/\.$/, "");
  const ownPort = port === "" ? (protocol === "http:" ? "80" : "443") : port;
  return noProxy
    .split(/[,;\s]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      const { name, port: only } = parseEntry(entry);
      return (only === undefined || only === ownPort) && matches(name, host);
    });
}

/** More than one colon is an IPv6 address, which has its port behind brackets. */
function parseEntry(entry: string): { readonly name: string; readonly port?: string } {
  const [, name, port] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  return name === undefined || port === undefined
    ? { name: withoutBrackets(entry) }
    : { name: withoutBrackets(name), port };
}

function matches(name: string, host: string): boolean {
  if (name === "*") return true;
  if (isIP(host) !== 0) return isInRange(name, host);
  const isGlob = /^\*[^.]/.test(name);
  const domain = domainToASCII(name.replace(/^\*?\.?|\.$/g, ""));
  return domain !== "" && (host === domain || host.endsWith(isGlob ? domain : `.${domain}`));
}

function isInRange(range: string, host: string): boolean {
  const [address = "", prefix] = range.split("/");
  const version = isIP(address);
  const bits = version === 6 ? 128 : 32;
  const length = prefix === undefined ? bits : Number(prefix);
  if (version === 0 || !Number.isInteger(length) || length < 0 || length > bits) return false;
  const list = new BlockList();
  list.addSubnet(address, length, version === 6 ? "ipv6" : "ipv4");
  return list.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, "");
