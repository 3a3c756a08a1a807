import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { selfSigned } from "./selfSigned";

/** A certificate and its private key, as PEM files. */
export interface CertificateFiles {
  certFile: string;
  keyFile: string;
}

const oneDayMs = 24 * 60 * 60 * 1000;

/** The certificate in a folder; a new one where there is none, where a name is missing, and when it is about to expire. */
export function keptCertificate(folder: string, names: readonly string[]): CertificateFiles {
  const files = {
    certFile: path.join(folder, "certificate.pem"),
    keyFile: path.join(folder, "certificate-key.pem"),
  };
  if (existsSync(files.certFile) && existsSync(files.keyFile) && isGood(readFileSync(files.certFile), names))
    return files;
  const { cert, key } = selfSigned(names, { validDays: 365 });
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.certFile, cert);
  writeFileSync(files.keyFile, key, { mode: 0o600 });
  return files;
}

function isGood(pem: Buffer, names: readonly string[]): boolean {
  const certificate = new X509Certificate(pem);
  const covers = (name: string): boolean =>
    (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined;
  return Date.parse(certificate.validTo) > Date.now() + oneDayMs && names.every(covers);
}
