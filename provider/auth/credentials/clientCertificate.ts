import { readFileSync } from "node:fs";
import { ConfigurationError } from "../../errors";
import type { Setting } from "../given";
import { type Application, describeApplication, entraOptions } from "./application";
import { type CertificateFile, openCertificate } from "./certificate";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/** A file with certificate and private key, PFX or PEM: in base64, or where it is. */
export interface Certificate {
  readonly base64?: Setting;
  readonly filePath?: Setting;
  readonly password?: Setting;
}

/** An application with a client certificate. The certificate chain is sent along, so that rotation by subject name works. */
export function clientCertificateCredential(application: Application, certificate: Certificate): Credential {
  const { tenantId, clientId } = application;
  const origin = certificate.base64?.origin ?? certificate.filePath?.origin ?? "nowhere";
  return identityCredential(describeApplication(`client certificate from ${origin}`, application), () => {
    const { ClientCertificateCredential } = loadIdentity();
    const pem = openCertificate(fileOf(certificate), certificate.password);
    const options = { ...entraOptions(application), sendCertificateChain: true };
    return new ClientCertificateCredential(tenantId.value, clientId.value, { certificate: pem }, options);
  });
}

function fileOf({ base64, filePath }: Certificate): CertificateFile {
  if (base64 !== undefined) return { content: Buffer.from(base64.value, "base64"), origin: base64.origin };
  const { value, origin } = filePath ?? { value: "", origin: "nowhere" };
  try {
    return { content: readFileSync(value), origin };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConfigurationError(`The certificate file ${value} from ${origin} could not be read (${code}).`);
  }
}
