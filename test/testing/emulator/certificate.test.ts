import { X509Certificate, createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { type CertificateFiles, keptCertificate } from "../../../testing/emulator/certificate/keptCertificate";
import { selfSigned } from "../../../testing/emulator/certificate/selfSigned";

describe("the certificate of the emulator", () => {
  it("is its own authority and names the hosts it serves", () => {
    const { cert, key } = selfSigned(["localhost", "127.0.0.1"]);
    const certificate = new X509Certificate(cert);

    expect(certificate.verify(certificate.publicKey)).to.equal(true);
    expect(certificate.checkPrivateKey(createPrivateKey(key))).to.equal(true);
    expect(certificate.ca).to.equal(true);
    expect(certificate.checkHost("localhost")).to.equal("localhost");
    expect(certificate.checkIP("127.0.0.1")).to.equal("127.0.0.1");
  });

  it("names IPv4 and IPv6 addresses in any spelling", () => {
    const addresses = ["10.0.0.7", "::1", "fe80::1:2", "2001:0db8:0:0:0:0:0:7", "::"];
    const certificate = new X509Certificate(selfSigned(addresses).cert);

    for (const address of addresses) expect(certificate.checkIP(address), address).not.to.equal(undefined);
    expect(certificate.checkIP("fe80::1")).to.equal(undefined);
  });

  it("is kept in a folder while it is good, and made again when a name is missing or its end is near", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "certificate-test-"));
    const read = (files: CertificateFiles): string => readFileSync(files.certFile, "utf8");

    const first = read(keptCertificate(folder, ["localhost"]));
    const again = read(keptCertificate(folder, ["localhost"]));
    const another = read(keptCertificate(folder, ["localhost", "emulator"]));
    const { cert, key } = selfSigned(["localhost"], { validDays: 1 });
    writeFileSync(path.join(folder, "certificate.pem"), cert);
    writeFileSync(path.join(folder, "certificate-key.pem"), key);
    const renewed = read(keptCertificate(folder, ["localhost"]));

    rmSync(folder, { recursive: true });
    expect(again).to.equal(first);
    expect(another).not.to.equal(first);
    expect(renewed).not.to.equal(cert);
  });
});
