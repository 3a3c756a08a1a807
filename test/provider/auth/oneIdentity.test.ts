import { expect } from "chai";
import { readSettings, resolveCredential } from "../../../provider/auth";
import { tenantA, tenantB } from "./tokens";

const interaction = { prompt: () => undefined, hasTerminal: () => false };

type Texts = Readonly<Record<string, string>>;

const application = (digit: number): string => `cccccccc-0000-0000-0000-00000000000${digit}`;

const keyed = (values: Texts): Texts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`power-platform:${name}`, value]));

/** Where each part of the credential comes from. */
function origins(env: Texts, config: Texts = {}, explicit = false): Texts {
  const { resolved } = readSettings({ env, config: keyed(config), explicit });
  resolveCredential(resolved, interaction);
  return Object.fromEntries(Object.entries(resolved).map(([name, { origin }]) => [name, origin]));
}

const complete = { tenantId: tenantB, clientId: application(9), clientSecret: "planted-configured" };
const inConfiguration = {
  tenantId: "power-platform:tenantId",
  clientId: "power-platform:clientId",
  clientSecret: "power-platform:clientSecret",
};
const certificate = Buffer.from("-----BEGIN CERTIFICATE-----").toString("base64");

/** Variables of one family: what names an application, and what proves it. */
const named = (family: string, digit: number): Texts => ({
  [`${family}_TENANT_ID`]: tenantA,
  [`${family}_CLIENT_ID`]: application(digit),
});

describe("the parts of an identity", () => {
  for (const family of ["POWER_PLATFORM", "ARM", "AZURE"]) {
    it(`are those of a complete stack configuration where ${family}_* names an application that it does not prove`, () => {
      expect(origins(named(family, 1), complete)).to.deep.equal(inConfiguration);
    });

    it(`are those of ${family}_* where it is complete, beside a complete stack configuration`, () => {
      const env = { ...named(family, 1), [`${family}_CLIENT_SECRET`]: "planted-own" };

      expect(origins(env, complete)).to.deep.equal({
        tenantId: `${family}_TENANT_ID`,
        clientId: `${family}_CLIENT_ID`,
        clientSecret: `${family}_CLIENT_SECRET`,
      });
    });
  }

  it("are those of stack configuration where the environment names the tenant only", () => {
    expect(origins({ AZURE_TENANT_ID: tenantA }, complete)).to.deep.equal(inConfiguration);
  });

  it("are those of stack configuration for a certificate, a service connection and federated tokens too", () => {
    const { clientSecret, ...rest } = complete;
    expect(clientSecret).to.be.a("string");
    for (const proof of [
      { clientCertificateFilePath: "/c.pem" },
      { clientCertificate: certificate },
      { oidcToken: "planted-token" },
      { oidcTokenFilePath: "/token" },
      { useDeviceCode: "true" },
      { username: "ada", password: "planted-password" },
    ]) {
      expect(origins(named("ARM", 1), { ...rest, ...proof })).to.include({
        tenantId: "power-platform:tenantId",
        clientId: "power-platform:clientId",
      });
    }
  });

  it("mix a secret of the environment with the application of stack configuration, so that it can be rotated", () => {
    expect(origins({ POWER_PLATFORM_CLIENT_SECRET: "planted-new" }, complete)).to.deep.equal({
      ...inConfiguration,
      clientSecret: "POWER_PLATFORM_CLIENT_SECRET",
    });
  });

  it("take a rotated secret with the application of stack configuration, beside the tenant of another tool", () => {
    const env = { POWER_PLATFORM_CLIENT_SECRET: "planted-new", ARM_TENANT_ID: tenantA };

    expect(origins(env, complete)).to.include({ tenantId: "power-platform:tenantId" });
  });

  it("take from the environment what stack configuration lacks", () => {
    expect(origins(named("ARM", 1), { clientSecret: "planted-configured" })).to.deep.equal({
      tenantId: "ARM_TENANT_ID",
      clientId: "ARM_CLIENT_ID",
      clientSecret: "power-platform:clientSecret",
    });
  });

  it("come from one family of variables", () => {
    const env = { ...named("POWER_PLATFORM", 1), ...named("ARM", 2), ARM_CLIENT_SECRET: "planted-arm" };

    expect(origins(env)).to.deep.equal({
      tenantId: "ARM_TENANT_ID",
      clientId: "ARM_CLIENT_ID",
      clientSecret: "ARM_CLIENT_SECRET",
    });
  });

  it("come from the first family that is complete, whatever kind of credential a later one holds", () => {
    const own = { ...named("POWER_PLATFORM", 1), POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: "/c.pem" };
    const env = { ...own, ...named("ARM", 2), ARM_CLIENT_SECRET: "planted-arm" };

    expect(origins(env)).to.deep.equal({
      tenantId: "POWER_PLATFORM_TENANT_ID",
      clientId: "POWER_PLATFORM_CLIENT_ID",
      clientCertificateFilePath: "POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH",
    });
  });

  it("may name another application for a federated token, which belongs to none", () => {
    const env = { ...named("POWER_PLATFORM", 1), ...named("AZURE", 2), AZURE_FEDERATED_TOKEN_FILE: "/token" };

    expect(origins(env)).to.deep.equal({
      tenantId: "POWER_PLATFORM_TENANT_ID",
      clientId: "POWER_PLATFORM_CLIENT_ID",
      oidcTokenFilePath: "AZURE_FEDERATED_TOKEN_FILE",
    });
  });

  it("take the tenant of the application that is named", () => {
    const env = { ARM_TENANT_ID: tenantB, ...named("AZURE", 1), AZURE_CLIENT_SECRET: "planted-secret" };

    expect(origins(env)).to.include({ clientId: "AZURE_CLIENT_ID", tenantId: "AZURE_TENANT_ID" });
  });

  it("take the tenant to work in from POWER_PLATFORM_TENANT_ID where that family names no application", () => {
    for (const proof of [{ ARM_CLIENT_SECRET: "planted-secret" }, { ARM_OIDC_TOKEN: "planted-token" }]) {
      const env = { POWER_PLATFORM_TENANT_ID: tenantB, ...named("ARM", 1), ...proof };

      expect(origins(env)).to.include({ clientId: "ARM_CLIENT_ID", tenantId: "POWER_PLATFORM_TENANT_ID" });
    }
  });

  it("leave POWER_PLATFORM_* unused with a warning, and the variables of other tools without", () => {
    const warnings = (env: Texts, config: Texts = {}): readonly string[] =>
      readSettings({ env, config: keyed(config) }).warnings;
    const arm = { ...named("ARM", 2), ARM_CLIENT_SECRET: "planted-arm" };

    expect(warnings({ POWER_PLATFORM_TENANT_ID: tenantA }, complete)).to.deep.equal([
      "POWER_PLATFORM_TENANT_ID is not used: the credential has its tenantId from power-platform:tenantId",
    ]);
    expect(warnings({ ...named("POWER_PLATFORM", 1), ...arm })).to.deep.equal([
      "POWER_PLATFORM_CLIENT_ID is not used: the credential has its clientId from ARM_CLIENT_ID",
    ]);
    expect(warnings(named("ARM", 1), complete)).to.deep.equal([]);
    expect(warnings({ POWER_PLATFORM_TENANT_ID: tenantB.toUpperCase() }, complete)).to.deep.equal([]);
  });

  it("do not take the password of another certificate", () => {
    const env = {
      ...named("POWER_PLATFORM", 1),
      POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: "/own.pem",
      ARM_CLIENT_CERTIFICATE_PATH: "/other.pem",
      ARM_CLIENT_CERTIFICATE_PASSWORD: "planted-other",
    };

    expect(origins(env)).not.to.have.property("clientCertificatePassword");
  });

  it("take the name of a user from where the password comes", () => {
    const config = { ...complete, username: "ada", password: "planted-password" };
    const { clientSecret, ...user } = config;
    expect(clientSecret).to.be.a("string");

    expect(origins({ AZURE_USERNAME: "somebody" }, user)).to.include({
      username: "power-platform:username",
      password: "power-platform:password",
    });
  });

  it("ask a pipeline with the token that belongs to its address", () => {
    const env = {
      ...named("ARM", 1),
      ARM_USE_OIDC: "true",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "planted-other",
      SYSTEM_OIDCREQUESTURI: "https://dev.azure.test/oidc",
      SYSTEM_ACCESSTOKEN: "planted-own",
      ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID: tenantB,
    };

    expect(origins(env)).to.include({ oidcRequestToken: "SYSTEM_ACCESSTOKEN" });
  });

  it("are an explicit provider's arguments, with a secret of the environment where they hold none", () => {
    const env = { ...named("POWER_PLATFORM", 1), POWER_PLATFORM_CLIENT_SECRET: "planted-env" };
    const args = { tenantId: tenantB, clientId: application(9) };

    expect(origins(env, args, true)).to.deep.equal({
      tenantId: "the provider's argument tenantId",
      clientId: "the provider's argument clientId",
      clientSecret: "POWER_PLATFORM_CLIENT_SECRET",
    });
  });

  it("are the environment's for what an explicit provider leaves out", () => {
    const env = { ...named("ARM", 1), ARM_CLIENT_SECRET: "planted-env" };

    expect(origins(env, { tenantId: tenantB }, true)).to.deep.equal({
      tenantId: "the provider's argument tenantId",
      clientId: "ARM_CLIENT_ID",
      clientSecret: "ARM_CLIENT_SECRET",
    });
  });
});

describe("a job of Azure DevOps", () => {
  const job = {
    ...named("ARM", 1),
    ARM_USE_OIDC: "true",
    TF_BUILD: "True",
    SYSTEM_OIDCREQUESTURI: "https://dev.azure.test/oidc",
    SYSTEM_ACCESSTOKEN: "planted-system",
  };

  for (const name of [
    "POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID",
    "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
    "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID",
    "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
  ]) {
    it(`takes its service connection from ${name}`, () => {
      expect(origins({ ...job, [name]: tenantB })).to.include({ azdoServiceConnectionId: name });
    });
  }

  it("takes application and tenant from the task that says the service connection", () => {
    const { ARM_USE_OIDC, SYSTEM_ACCESSTOKEN, SYSTEM_OIDCREQUESTURI } = job;
    const task = { ...named("AZURESUBSCRIPTION", 3), AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: tenantB };

    expect(origins({ ARM_USE_OIDC, SYSTEM_ACCESSTOKEN, SYSTEM_OIDCREQUESTURI, ...task })).to.include({
      clientId: "AZURESUBSCRIPTION_CLIENT_ID",
      tenantId: "AZURESUBSCRIPTION_TENANT_ID",
    });
  });

  it("is signed in by the Azure CLI where a task sets its variables and nothing else is set", () => {
    const task = { ...named("AZURESUBSCRIPTION", 3), AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: tenantB };

    expect(origins({ TF_BUILD: "True", ...task })).to.deep.equal({ tfBuild: "TF_BUILD" });
  });

  it("is never taken for GitHub where it does not say its service connection", () => {
    expect(() => origins(job))
      .to.throw("Signing in with Azure DevOps service connection (ARM_USE_OIDC is true) needs azdoServiceConnectionId")
      .with.property("message")
      .not.contain("GitHub");
  });
});
