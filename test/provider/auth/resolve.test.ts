import { expect } from "chai";
import { readSettings, resolveCredential } from "../../../provider/auth";
import { ConfigurationError } from "../../../provider/errors";
import { clientId, tenantA, tenantB } from "./tokens";

const interaction = { prompt: () => undefined, hasTerminal: () => false };

const identity = (env: Record<string, string>): string =>
  resolveCredential(readSettings({ env }).resolved, interaction).identity;

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
  [
    { AZURE_USERNAME: "ada@contoso.com", AZURE_PASSWORD: "planted-0" },
    `user name and password from AZURE_PASSWORD, user ada@contoso.com${suffix}`,
  ],
  [{ AZURE_FEDERATED_TOKEN_FILE: "/t" }, `federated token file from AZURE_FEDERATED_TOKEN_FILE${suffix}`],
  [{ ARM_OIDC_TOKEN: "planted-oidc" }, `federated token from ARM_OIDC_TOKEN${suffix}`],
  [
    {
      POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID: tenantB,
      SYSTEM_OIDCREQUESTURI: "https://dev.azure.test/oidctoken",
      SYSTEM_ACCESSTOKEN: "planted-system",
    },
    `Azure DevOps service connection ${tenantB} from POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID${suffix}`,
  ],
  [
    { POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: "/c.pem" },
    `client certificate from POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH${suffix}`,
  ],
  [{ POWER_PLATFORM_CLIENT_CERTIFICATE: pem }, `client certificate from POWER_PLATFORM_CLIENT_CERTIFICATE${suffix}`],
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
      const env = Object.assign({}, ...ladder.slice(0, index + 1).map(([added]) => added)) as Record<string, string>;

      expect(identity(env)).to.equal(expected);
    });
  }

  it("takes the Azure CLI when nothing is set", () => {
    expect(identity({})).to.equal("Azure CLI (nothing else is set)");
    expect(identity({ POWER_PLATFORM_TENANT_ID: tenantA })).to.contain(`tenant ${tenantA}`);
  });

  /** Nothing else that is set matters, but an access token. */
  const flags: readonly (readonly [string, Record<string, string>, string])[] = [
    [
      "USE_MSI",
      {},
      `managed identity (POWER_PLATFORM_USE_MSI is true), user-assigned, client id ${clientId} from ARM_CLIENT_ID`,
    ],
    [
      "USE_DEV_CLI",
      {},
      `Azure Developer CLI (POWER_PLATFORM_USE_DEV_CLI is true), tenant ${tenantA} from POWER_PLATFORM_TENANT_ID`,
    ],
    [
      "USE_POWER_SHELL",
      {},
      `Azure PowerShell (POWER_PLATFORM_USE_POWER_SHELL is true), tenant ${tenantA} from POWER_PLATFORM_TENANT_ID`,
    ],
    ["USE_DEVICE_CODE", {}, `device code (POWER_PLATFORM_USE_DEVICE_CODE is true)${suffix}`],
    ["USE_BROWSER", {}, `browser (POWER_PLATFORM_USE_BROWSER is true)${suffix}`],
    ["USE_OIDC", { ARM_OIDC_TOKEN: "planted-7" }, `federated token from ARM_OIDC_TOKEN${suffix}`],
    ["USE_OIDC", { AZURE_FEDERATED_TOKEN_FILE: "/t" }, `federated token file from AZURE_FEDERATED_TOKEN_FILE${suffix}`],
    [
      "USE_OIDC",
      {
        ACTIONS_ID_TOKEN_REQUEST_URL: "https://github.test/token",
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "planted-8",
      },
      `federated token of GitHub Actions from ACTIONS_ID_TOKEN_REQUEST_URL${suffix}`,
    ],
  ];
  for (const [flag, env, expected] of flags) {
    it(`takes the ${expected.split(" (")[0] ?? ""} where ${flag} is true, whatever else is set`, () => {
      const all = { ...application, ARM_CLIENT_SECRET: "planted-9", ...env };

      expect(identity({ ...all, [`POWER_PLATFORM_${flag}`]: "true" })).to.equal(expected);
      expect(identity({ ...all, [`POWER_PLATFORM_${flag}`]: "1" })).to.equal(expected);
      expect(identity({ ...all, [`POWER_PLATFORM_${flag}`]: "false" })).to.contain("client secret");
    });
  }

  it("takes the system-assigned managed identity without a client id", () => {
    expect(identity({ ARM_USE_MSI: "true" })).to.equal("managed identity (ARM_USE_MSI is true), system-assigned");
  });

  it("leaves a token file aside where useOidc is false", () => {
    const env = { POWER_PLATFORM_USE_OIDC: "false", AZURE_FEDERATED_TOKEN_FILE: "/t" };

    expect(identity(env)).to.equal("Azure CLI (nothing else is set)");
  });

  it("does not choose between two credential kinds that are switched on", () => {
    expect(refusal({ ARM_USE_MSI: "true", POWER_PLATFORM_USE_CLI: "true" })).to.equal(
      "More than one credential kind is switched on: useMsi by ARM_USE_MSI, useCli by POWER_PLATFORM_USE_CLI.\n  Leave one of them.",
    );
  });

  it("refuses an application without a proof, and says where its parts came from", () => {
    expect(refusal(application)).to.equal(
      "Half of a credential is set: clientId from ARM_CLIENT_ID, tenantId from POWER_PLATFORM_TENANT_ID, but no clientSecret, clientCertificate, clientCertificateFilePath, oidcToken or oidcTokenFilePath.\n" +
        "  Set one of these, or useOidc=true in a pipeline, useMsi=true in Azure, or useCli=true to sign in with the Azure CLI all the same.",
    );
  });

  it("points at the pipeline's own token where there is one", () => {
    const env = { ...application, ACTIONS_ID_TOKEN_REQUEST_URL: "https://github.test/token" };

    expect(refusal(env)).to.contain(
      "Set useOidc=true to sign in with a token of the pipeline (its address is in ACTIONS_ID_TOKEN_REQUEST_URL)",
    );
  });

  const halves: readonly (readonly [Record<string, string>, string])[] = [
    [
      { POWER_PLATFORM_CLIENT_SECRET: "planted-3" },
      "Signing in with client secret needs clientId and tenantId. Known: clientSecret from POWER_PLATFORM_CLIENT_SECRET.",
    ],
    [
      { POWER_PLATFORM_CLIENT_SECRET: "planted-4", ARM_CLIENT_ID: clientId },
      "Signing in with client secret needs tenantId. Known: clientId from ARM_CLIENT_ID, clientSecret from POWER_PLATFORM_CLIENT_SECRET.",
    ],
    [
      { AZURE_CLIENT_CERTIFICATE_PATH: "/c.pem", AZURE_TENANT_ID: tenantA },
      "Signing in with client certificate needs clientId. Known: tenantId from AZURE_TENANT_ID, clientCertificateFilePath from AZURE_CLIENT_CERTIFICATE_PATH.",
    ],
    [
      { AZURE_FEDERATED_TOKEN_FILE: "/t", AZURE_CLIENT_ID: clientId },
      "Signing in with federated token file needs tenantId. Known: clientId from AZURE_CLIENT_ID, oidcTokenFilePath from AZURE_FEDERATED_TOKEN_FILE.",
    ],
    [
      { ...application, POWER_PLATFORM_USE_OIDC: "true" },
      "Signing in with GitHub Actions (POWER_PLATFORM_USE_OIDC is true) needs oidcRequestUrl and oidcRequestToken. Known: clientId from ARM_CLIENT_ID, tenantId from POWER_PLATFORM_TENANT_ID.\n" +
        "  GitHub Actions gives both to a job with the permission `id-token: write`.\n" +
        "  Other sources of a federated token: azdoServiceConnectionId, oidcToken, oidcTokenFilePath.",
    ],
    [
      {
        ...application,
        POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID: tenantB,
        SYSTEM_OIDCREQUESTURI: "https://dev.azure.test/oidctoken",
      },
      "Signing in with Azure DevOps service connection needs oidcRequestToken. Known: clientId from ARM_CLIENT_ID, tenantId from POWER_PLATFORM_TENANT_ID, azdoServiceConnectionId from POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID, oidcRequestUrl from SYSTEM_OIDCREQUESTURI.\n" +
        "  In Azure DevOps give the step SYSTEM_ACCESSTOKEN: $(System.AccessToken).",
    ],
    [
      { ...application, POWER_PLATFORM_USERNAME: "ada@contoso.com" },
      "Signing in with user name and password needs password. Known: clientId from ARM_CLIENT_ID, tenantId from POWER_PLATFORM_TENANT_ID, username from POWER_PLATFORM_USERNAME.",
    ],
    [
      { POWER_PLATFORM_USE_DEVICE_CODE: "true", ARM_TENANT_ID: tenantA },
      "Signing in with device code (POWER_PLATFORM_USE_DEVICE_CODE is true) needs clientId. Known: tenantId from ARM_TENANT_ID.",
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
