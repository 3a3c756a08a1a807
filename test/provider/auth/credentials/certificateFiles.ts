import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The password of every file that has one. */
export const certificatePassword = "planted-certificate-password";

/** The same with letters that are one byte in Latin-1, two in UTF-8, or two units of UTF-16. */
export const foreignPassword = "plànted-пароль-密码-🔑";

/** One RSA certificate in every form that people have, made by OpenSSL. */
export class CertificateFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), "certificates-"));

  constructor() {
    const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=pipeline"];
    this.#openssl(...request, "-keyout", this.path("key.pem"), "-out", this.path("certificate.pem"));
    const secret = ["-passout", `pass:${certificatePassword}`];
    this.#openssl("pkcs8", "-topk8", "-in", this.path("key.pem"), "-out", this.path("locked.key"), ...secret);
    this.#join("plain.pem", "certificate.pem", "key.pem");
    this.#join("keyFirst.pem", "key.pem", "certificate.pem");
    this.#join("locked.pem", "certificate.pem", "locked.key");
    const files = ["-inkey", this.path("key.pem"), "-in", this.path("certificate.pem")];
    const pkcs12 = ["pkcs12", "-export", ...files];
    this.#openssl(...pkcs12, "-passout", "pass:", "-out", this.path("plain.pfx"));
    this.#openssl(...pkcs12, ...secret, "-out", this.path("locked.pfx"));
    // As Windows and older tools write it.
    const old = ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"];
    this.#openssl(...pkcs12, ...secret, ...old, "-out", this.path("old.pfx"));
    this.#openssl(...pkcs12, "-nokeys", ...secret, "-out", this.path("keyless.pfx"));
    this.#openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", this.path("ec.key"));
    const ec = ["req", "-x509", "-key", this.path("ec.key"), "-days", "2", "-subj", "/CN=ec"];
    this.#openssl(...ec, "-out", this.path("ec.certificate"));
    this.#join("ec.pem", "ec.certificate", "ec.key");
    this.#join("mixed.pem", "ec.certificate", "key.pem");
    this.#openssl("rand", "-out", this.path("garbage.pfx"), "600");
    const foreign = ["-passout", `pass:${foreignPassword}`];
    this.#openssl(...pkcs12, ...foreign, "-out", this.path("foreign.pfx"));
    this.#openssl(...pkcs12, ...foreign, ...old, "-out", this.path("foreignOld.pfx"));
    const authority = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=authority"];
    this.#openssl(...authority, "-keyout", this.path("authority.key"), "-out", this.path("authority.pem"));
    this.#join("authorityFirst.pem", "authority.pem", "certificate.pem", "key.pem");
    this.#join("strangers.pem", "authority.pem", "ec.certificate", "key.pem");
    this.write("trailing.pfx", Buffer.concat([readFileSync(this.path("locked.pfx")), Buffer.from("\0\0\r\n")]));
    this.#openssl("x509", "-in", this.path("certificate.pem"), "-outform", "DER", "-out", this.path("public.cer"));
    this.write("cutOff.pfx", readFileSync(this.path("locked.pfx")).subarray(0, 500));
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  base64(name: string): string {
    return readFileSync(this.path(name)).toString("base64");
  }

  text(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  write(name: string, content: Buffer): void {
    writeFileSync(this.path(name), content);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #join(name: string, ...parts: readonly string[]): void {
    writeFileSync(this.path(name), parts.map((part) => this.text(part)).join(""));
  }

  #openssl(...args: readonly string[]): void {
    execFileSync("openssl", args, { stdio: ["ignore", "ignore", "pipe"] });
  }
}
