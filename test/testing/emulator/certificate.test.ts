import { X509Certificate, createPrivateKey } from "node:crypto";
import { expect } from "chai";
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
});
