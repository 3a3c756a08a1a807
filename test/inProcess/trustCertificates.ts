import { readFileSync } from "node:fs";
import tls from "node:tls";

const trusted = new Set<string>();

/** Trusts what the file has, as a process does that starts with its path in NODE_EXTRA_CA_CERTS. */
export function trustCertificates(file: string): void {
  const [first, ...more] = readFileSync(file, "utf8").match(/-----BEGIN[^]+?-----END [A-Z ]+-----/g) ?? [];
  if (first === undefined) throw new Error(`There is no certificate in ${file}.`);
  if (trusted.size === 0) extendContexts();
  for (const certificate of [first, ...more]) trusted.add(certificate);
}

/** Node reads the variable once, so contexts that name no authorities of their own are given ours. */
function extendContexts(): void {
  const create = tls.createSecureContext;
  tls.createSecureContext = (options) => {
    const made = create(options);
    if (options?.ca === undefined) for (const certificate of trusted) addTo(made, certificate);
    return made;
  };
}

const addTo = ({ context }: tls.SecureContext, certificate: string): void => {
  (context as { addCACert(certificate: string): void }).addCACert(certificate);
};
