import { expect } from "chai";
import { openCertificate } from "../../../../provider/auth/credentials/certificate";
import { ConfigurationError } from "../../../../provider/errors";
import { Emulator } from "../../../../testing/emulator";
import { application, applicationClaims } from "./application";
import { certificatePassword, CertificateFiles, foreignPassword } from "./certificateFiles";
import { signIn } from "./signIn";

describe("signing in with a client certificate", () => {
  let emulator: Emulator;
  let files: CertificateFiles;
  before(async () => {
    files = new CertificateFiles();
    emulator = await Emulator.start();
  });
  after(async () => {
    files.remove();
    await emulator.close();
  });

  const password = { POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: certificatePassword };

  for (const [name, env] of [
    ["plain.pem", {}],
    ["authorityFirst.pem", {}],
    ["foreign.pfx", { POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: foreignPassword }],
    ["locked.pem", password],
    ["plain.pfx", {}],
    ["locked.pfx", password],
  ] as const) {
    it(`takes ${name} by its path and in base64`, async () => {
      for (const certificate of [
        { AZURE_CLIENT_CERTIFICATE_PATH: files.path(name) },
        { POWER_PLATFORM_CLIENT_CERTIFICATE: files.base64(name) },
      ]) {
        const result = await signIn(emulator, { ...application, ...certificate, ...env });

        expect(result).to.deep.include({ statuses: [200, 200, 200] });
        expect(result.claims).to.include(applicationClaims);
        expect(result.identity).to.contain(`client certificate from ${Object.keys(certificate)[0] ?? ""}`);
      }
    });
  }

  it("shows neither password nor key when Entra refuses", async () => {
    const result = await signIn(emulator, {
      ...application,
      ...password,
      POWER_PLATFORM_CLIENT_ID: "99999999-9999-4999-8999-000000000000",
      POWER_PLATFORM_CLIENT_CERTIFICATE: files.base64("locked.pfx"),
    });

    expect(result.error).to.contain("AADSTS700016");
    expect(result.output).not.to.contain(certificatePassword).and.not.to.contain("PRIVATE KEY");
  });

  const opened = (name: string, password?: string): string => {
    const setting = { value: password ?? "", origin: "PASSWORD", source: "ARM", isFirst: true };
    try {
      const file = { content: Buffer.from(files.base64(name), "base64"), origin: "CERTIFICATE" };
      return openCertificate(file, password === undefined ? undefined : setting);
    } catch (error) {
      expect(error).to.be.instanceOf(ConfigurationError);
      return (error as Error).message;
    }
  };

  for (const [name, password] of [
    ["keyFirst.pem", undefined],
    ["locked.pem", certificatePassword],
    ["plain.pfx", undefined],
    ["locked.pfx", certificatePassword],
    ["old.pfx", certificatePassword],
    ["foreign.pfx", foreignPassword],
    ["foreignOld.pfx", foreignPassword],
    ["trailing.pfx", certificatePassword],
  ] as const) {
    it(`reads the same certificate and key from ${name} as from plain.pem`, () => {
      const blocks = (pem: string): string[] =>
        [...pem.matchAll(/-----BEGIN ([A-Z ]+)-----([^-]+)/g)]
          .map(([, kind = "", body = ""]) => `${kind} ${body.replace(/\s/g, "")}`)
          .sort();

      expect(blocks(opened(name, password))).to.deep.equal(blocks(opened("plain.pem")));
    });
  }

  for (const [name, password, expected] of [
    [
      "locked.pem",
      undefined,
      "The private key from CERTIFICATE has a password, and clientCertificatePassword is not set.",
    ],
    [
      "locked.pem",
      "wrong",
      "The private key from CERTIFICATE cannot be opened with clientCertificatePassword from PASSWORD.",
    ],
    [
      "locked.pfx",
      undefined,
      "The PFX file from CERTIFICATE has a password, and clientCertificatePassword is not set.",
    ],
    [
      "locked.pfx",
      "wrong",
      "The PFX file from CERTIFICATE cannot be opened with clientCertificatePassword from PASSWORD.",
    ],
    [
      "old.pfx",
      "wrong",
      "The PFX file from CERTIFICATE cannot be opened with clientCertificatePassword from PASSWORD.",
    ],
    [
      "foreign.pfx",
      "plànted",
      "The PFX file from CERTIFICATE cannot be opened with clientCertificatePassword from PASSWORD.",
    ],
    [
      "public.cer",
      undefined,
      "The certificate file from CERTIFICATE holds a certificate alone (as a .cer or .crt file does), without its private key.\n" +
        "  Export it with its private key, as a PFX or PEM file.",
    ],
    [
      "cutOff.pfx",
      certificatePassword,
      "The PFX file from CERTIFICATE cannot be read: it is damaged, or it is no PFX (PKCS #12) file.",
    ],
    ["strangers.pem", undefined, "None of the certificates from CERTIFICATE belongs to its private key."],
    ["keyless.pfx", certificatePassword, "The PFX file from CERTIFICATE holds no private key."],
    ["certificate.pem", undefined, "The certificate file from CERTIFICATE does not hold a private key."],
    ["key.pem", undefined, "The certificate file from CERTIFICATE does not hold a certificate."],
    ["ec.pem", undefined, "The private key from CERTIFICATE is of type ec; Entra takes RSA."],
    ["mixed.pem", undefined, "The first certificate and the private key from CERTIFICATE do not belong together."],
  ] as const) {
    it(`refuses ${name} ${password === undefined ? "without a password" : `with the password "${password}"`}`, () => {
      expect(opened(name, password)).to.equal(expected);
    });
  }

  it("puts the certificate of the key first, and its issuer after it", () => {
    const certificates = (name: string): string[] => opened(name).match(/-----BEGIN CERT[^]+?-----END CERT/g) ?? [];

    const [own, issuer, ...others] = certificates("authorityFirst.pem");
    expect(own).to.equal(certificates("plain.pem")[0]);
    expect(issuer).to.be.a("string");
    expect(others).to.deep.equal([]);
  });

  it("refuses what is no PFX", () => {
    expect(opened("garbage.pfx")).to.match(/^The PFX file from CERTIFICATE cannot be read: /);
  });

  it("says that there is no such file", async () => {
    const path = files.path("nowhere.pem");
    const result = await signIn(emulator, { ...application, ARM_CLIENT_CERTIFICATE_PATH: path });

    expect(result.error).to.equal(
      `The certificate file ${path} from ARM_CLIENT_CERTIFICATE_PATH could not be read (ENOENT).`,
    );
  });
});
