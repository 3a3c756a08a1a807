import { readFileSync } from "node:fs";
import { ConfigurationError } from "../../errors";
import type { Setting } from "../resolvedSettings";
import { type Application, describeApplication, entraOptions } from "./application";
import { type CertificateFile, openCertificate } from "./certificate";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";
import { unreadableFile } from "./unreadableFile";

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
  if (filePath === undefined) throw new ConfigurationError("There is no certificate file.");
  try {
    return { content: readFileSync(filePath.value), origin: filePath.origin };
  } catch (error) {
    throw unreadableFile("certificate file", filePath, error);
  }
}
