import { readFileSync } from "node:fs";
import { ConfigurationError, registerSecret } from "../../errors";
import type { Setting } from "../given";
import { type Application, authorityOptions, describeApplication } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/** A PEM file with certificate and private key: in base64, or where it is. */
export interface Certificate {
  readonly base64?: Setting;
  readonly filePath?: Setting;
  readonly password?: Setting;
}

/** An application with a client certificate. The certificate chain is sent along, so that rotation by subject name works. */
export function clientCertificateCredential(application: Application, certificate: Certificate): Credential {
  const { tenantId, clientId, cloud } = application;
  const origin = certificate.base64?.origin ?? certificate.filePath?.origin ?? "nowhere";
  return identityCredential(describeApplication(`client certificate from ${origin}`, application), () => {
    const { ClientCertificateCredential } = loadIdentity();
    const pem = {
      certificate: pemOf(certificate),
      ...(certificate.password === undefined ? {} : { certificatePassword: certificate.password.value }),
    };
    const options = { ...authorityOptions(cloud), sendCertificateChain: true };
    return new ClientCertificateCredential(tenantId.value, clientId.value, pem, options);
  });
}

function pemOf({ base64, filePath }: Certificate): string {
  const pem = base64 === undefined ? fileOf(filePath) : Buffer.from(base64.value, "base64").toString("utf8");
  registerSecret(pem);
  const origin = base64?.origin ?? filePath?.origin ?? "nowhere";
  const missing = [
    ...(/-----BEGIN CERTIFICATE-----/.test(pem) ? [] : ["a certificate"]),
    ...(/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem) ? [] : ["a private key"]),
  ];
  if (missing.length === 0) return pem;
  throw new ConfigurationError(`The PEM file from ${origin} does not hold ${missing.join(" or ")}.`);
}

function fileOf(filePath: Setting | undefined): string {
  try {
    return readFileSync(filePath?.value ?? "", "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConfigurationError(
      `The certificate file ${filePath?.value ?? ""} from ${filePath?.origin ?? "nowhere"} could not be read (${code}).`,
    );
  }
}
