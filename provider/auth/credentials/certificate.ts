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
  const pem = isPem(content) ? content.toString("utf8") : pemOfPfx(content, origin, password);
  registerSecret(pem);
  const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem)?.[0];
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)?.[0];
  const missing = [
    ...(certificate === undefined ? ["a certificate"] : []),
    ...(key === undefined ? ["a private key"] : []),
  ];
  if (certificate === undefined || key === undefined)
    throw new ConfigurationError(
      `The certificate file from ${origin} does not hold ${missing.join(" or ")}.`,
    );
  const privateKey = openKey(key, origin, password);
  if (privateKey.asymmetricKeyType !== "rsa")
    throw new ConfigurationError(
      `The private key from ${origin} is of type ${privateKey.asymmetricKeyType ?? "unknown"}; Entra takes RSA.`,
    );
  if (!isPair(certificate, privateKey))
    throw new ConfigurationError(
      `The first certificate and the private key from ${origin} do not belong together.`,
    );
  const plainKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  registerSecret(plainKey);
  return `${pem.replace(key, "").trim()}\n${plainKey}`;
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
