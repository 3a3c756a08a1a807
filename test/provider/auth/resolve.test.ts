import { expect } from "chai";
import { readSettings, resolveCredential } from "../../../provider/auth";
import { ConfigurationError } from "../../../provider/errors";
import { clientId, tenantA } from "./tokens";

const identity = (env: Record<string, string>): string =>
  resolveCredential(readSettings({ env }).given).identity;

const refusal = (env: Record<string, string>): string => {
  try {
    return `resolved: ${identity(env)}`;
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigurationError);
    return (error as Error).message;
  }
};

const application = { POWER_PLATFORM_TENANT_ID: tenantA, ARM_CLIENT_ID: clientId };
const suffix = `, application ${clientId} from ARM_CLIENT_ID, tenant ${tenantA} from POWER_PLATFORM_TENANT_ID`;
const pem = Buffer.from("-----BEGIN CERTIFICATE-----").toString("base64");

/** Each adds what wins over all before it. */
const ladder: readonly (readonly [Record<string, string>, string])[] = [
  [application, "half"],
  [{ AZURE_FEDERATED_TOKEN_FILE: "/t" }, `federated token file from AZURE_FEDERATED_TOKEN_FILE${suffix}`],
  [
    { POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: "/c.pem" },
    `client certificate from POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH${suffix}`,
  ],
  [
    { POWER_PLATFORM_CLIENT_CERTIFICATE: pem },
    `client certificate from POWER_PLATFORM_CLIENT_CERTIFICATE${suffix}`,
  ],
  [{ ARM_CLIENT_SECRET: "planted-1" }, `client secret from ARM_CLIENT_SECRET${suffix}`],
  [
    { POWER_PLATFORM_USE_CLI: "true" },
    `Azure CLI (POWER_PLATFORM_USE_CLI is true), tenant ${tenantA} from POWER_PLATFORM_TENANT_ID`,
  ],
  [{ POWER_PLATFORM_ACCESS_TOKEN: "planted-2" }, "access token from POWER_PLATFORM_ACCESS_TOKEN"],
];

describe("resolveCredential", () => {
  for (const [index, [, expected]] of ladder.entries()) {
    if (index === 0) continue;
    it(`takes the ${expected.split(" from")[0]} before what is below it`, () => {
      const env = Object.assign({}, ...ladder.slice(0, index + 1).map(([added]) => added)) as Record<
        string,
        string
      >;

      expect(identity(env)).to.equal(expected);
    });
  }

  it("takes the Azure CLI when nothing is set", () => {
    expect(identity({})).to.equal("Azure CLI (nothing else is set)");
    expect(identity({ POWER_PLATFORM_TENANT_ID: tenantA })).to.contain(`tenant ${tenantA}`);
  });

  it("refuses an application without a proof, and says where its parts came from", () => {
    expect(refusal(application)).to.equal(
      "Half of a credential is set: clientId from ARM_CLIENT_ID, tenantId from POWER_PLATFORM_TENANT_ID, but no clientSecret, clientCertificate, clientCertificateFilePath or oidcTokenFilePath.\n" +
        "  Set one of these, or useCli=true to sign in with the Azure CLI all the same.",
    );
  });

  const halves: readonly (readonly [Record<string, string>, string])[] = [
    [
      { POWER_PLATFORM_CLIENT_SECRET: "planted-3" },
      "Signing in with a client secret needs clientId and tenantId. Known: clientSecret from POWER_PLATFORM_CLIENT_SECRET.",
    ],
    [
      { POWER_PLATFORM_CLIENT_SECRET: "planted-4", ARM_CLIENT_ID: clientId },
      "Signing in with a client secret needs tenantId. Known: clientId from ARM_CLIENT_ID, clientSecret from POWER_PLATFORM_CLIENT_SECRET.",
    ],
    [
      { AZURE_CLIENT_CERTIFICATE_PATH: "/c.pem", AZURE_TENANT_ID: tenantA },
      "Signing in with a client certificate needs clientId. Known: tenantId from AZURE_TENANT_ID, clientCertificateFilePath from AZURE_CLIENT_CERTIFICATE_PATH.",
    ],
    [
      { AZURE_FEDERATED_TOKEN_FILE: "/t", AZURE_CLIENT_ID: clientId },
      "Signing in with a federated token file needs tenantId. Known: clientId from AZURE_CLIENT_ID, oidcTokenFilePath from AZURE_FEDERATED_TOKEN_FILE.",
    ],
  ];
  for (const [env, message] of halves) {
    it(`refuses half a configuration: ${Object.keys(env).join(", ")}`, () => {
      expect(refusal(env)).to.equal(message);
    });
  }

  it("refuses the password of no certificate", () => {
    expect(refusal({ POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: "planted-5" })).to.contain(
      "clientCertificatePassword from POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD",
    );
  });

  it("does not start the Azure CLI where useCli is false", () => {
    expect(refusal({ POWER_PLATFORM_USE_CLI: "false" })).to.contain("POWER_PLATFORM_USE_CLI is false");
  });

  it("shows no secret in what it says", () => {
    const env = Object.assign({}, ...ladder.slice(0, 5).map(([added]) => added)) as Record<string, string>;

    expect(identity(env)).not.to.contain("planted");
  });
});
