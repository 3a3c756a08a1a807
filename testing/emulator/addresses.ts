import { hostname, networkInterfaces } from "node:os";

/** Where clients find the emulator. */
export interface Addresses {
  /** Host in addresses, in brackets where it is IPv6. */
  host: string;
  /** Whether that host is this machine's loopback, where plain http is safe. */
  isLoopback: boolean;
  /** Host of the control surface, which answers this machine's loopback alone; undefined where the emulator does not listen there. */
  control: string | undefined;
  /** Names and IP addresses for the certificate. */
  names: string[];
}

/** An emulator that listens everywhere is found under the name of the machine, unless another one is given. */
export function addressesOf(listening: string, publicHost?: string): Addresses {
  const everywhere = listening === "0.0.0.0" || listening === "::";
  const host = publicHost ?? (everywhere ? hostname() : listening);
  const own = everywhere
    ? Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address))
    : [listening];
  return {
    host: inAddress(host),
    isLoopback: isLoopback(host),
    control: everywhere ? "127.0.0.1" : isLoopback(listening) ? inAddress(listening) : undefined,
    // A scoped address such as fe80::1%eth0 means nothing elsewhere.
    names: [...new Set(["localhost", "127.0.0.1", "::1", hostname(), host, ...own])].filter(
      (name) => !name.includes("%"),
    ),
  };
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/i.test(host);

const inAddress = (host: string): string => (host.includes(":") ? `[${host}]` : host);
