import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { ConfigurationError, registerSecret } from "../../errors";
import type { Setting } from "../resolvedSettings";
import { pemOfPfx } from "./pfx";
import { wrongPassword } from "./wrongPassword";

/** Where a certificate is, and what its file holds. */
export interface CertificateFile {
  readonly content: Buffer;
  readonly origin: string;
}

const isPem = (content: Buffer): boolean => content.toString("latin1").includes("-----BEGIN ");

/** DER starts with a sequence of two bytes of length or more. */
const isPfx = (content: Buffer): boolean => content[0] === 0x30 && (content[1] ?? 0) >= 0x81;

export const isPemOrPfx = (content: Buffer): boolean => isPem(content) || isPfx(content);

/**
 * The certificate and its private key as PEM without a password, whatever the file was.
 * @throws ConfigurationError when the file cannot be opened or lacks one of them, or when they do not belong together.
 */
export function openCertificate({ content, origin }: CertificateFile, password: Setting | undefined): string {
  const pem = isPem(content) ? content.toString("utf8") : pemOf(content, origin, password);
  registerSecret(pem);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)?.[0];
  const missing = [
    ...(certificates.length === 0 ? ["a certificate"] : []),
    ...(key === undefined ? ["a private key"] : []),
  ];
  if (key === undefined || missing.length > 0)
    throw new ConfigurationError(`The certificate file from ${origin} does not hold ${missing.join(" or ")}.`);
  const privateKey = openKey(key, origin, password);
  if (privateKey.asymmetricKeyType !== "rsa")
    throw new ConfigurationError(
      `The private key from ${origin} is of type ${privateKey.asymmetricKeyType ?? "unknown"}; Entra takes RSA.`,
    );
  const own = certificates.find((certificate) => isPair(certificate, privateKey));
  if (own === undefined)
    throw new ConfigurationError(
      certificates.length === 1
        ? `The first certificate and the private key from ${origin} do not belong together.`
        : `None of the certificates from ${origin} belongs to its private key.`,
    );
  const plainKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  registerSecret(plainKey);
  // The one that signs comes first, whatever the order in the file; those of its issuers follow.
  return [own, ...certificates.filter((each) => each !== own), plainKey].join("\n");
}

/** What is not PEM, as PEM. */
function pemOf(content: Buffer, origin: string, password: Setting | undefined): string {
  if (isCertificateAlone(content))
    throw new ConfigurationError(
      `The certificate file from ${origin} holds a certificate alone (as a .cer or .crt file does), without its private key.\n` +
        "  Export it with its private key, as a PFX or PEM file.",
    );
  return pemOfPfx(content, origin, password);
}

function isCertificateAlone(content: Buffer): boolean {
  try {
    return new X509Certificate(content).raw.length > 0;
  } catch {
    return false;
  }
}

function isPair(certificate: string, privateKey: KeyObject): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(privateKey);
  } catch {
    return false;
  }
}

function openKey(key: string, origin: string, password: Setting | undefined): KeyObject {
  try {
    return createPrivateKey({ key, ...(password === undefined ? {} : { passphrase: password.value }) });
  } catch {
    const isEncrypted = /ENCRYPTED/.test(key);
    throw isEncrypted
      ? wrongPassword("private key", origin, password)
      : new ConfigurationError(`The private key from ${origin} cannot be read.`);
  }
}
