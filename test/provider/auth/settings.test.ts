import { expect } from "chai";
import { readSettings, settingsTable } from "../../../provider/auth";
import { redact } from "../../../provider/errors";
import { failureOf } from "./invalid";
import { clientId, tenantA, tenantB } from "./tokens";

const invalid = (env: Record<string, string>): string => failureOf(() => readSettings({ env }));

describe("settingsTable", () => {
  for (const { name, env, config, description } of settingsTable) {
    it(`names ${name} by the rule, and describes it`, () => {
      const snake = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

      expect(env[0]).to.equal(`POWER_PLATFORM_${snake}`);
      expect(config).to.equal(`power-platform:${name}`);
      expect(description).to.match(/\.$/);
    });
  }

  it("uses no variable twice", () => {
    const all = settingsTable.flatMap(({ env }) => [...env]);

    expect(new Set(all).size).to.equal(all.length);
  });
});

describe("readSettings", () => {
  for (const { name, env, config } of settingsTable) {
    it(`reads ${name} from each of its variables and from stack configuration`, () => {
      const value = valueOf(name);

      for (const variable of env) {
        expect(readSettings({ env: { [variable]: value } }).resolved[name]).to.include({
          value,
          origin: variable,
        });
      }
      expect(readSettings({ env: {}, config: { [config]: value } }).resolved[name]).to.include({
        value,
        origin: config,
      });
    });
  }

  it("has defaults", () => {
    const { resolved, pollTimeoutMs, maxConcurrency, log } = readSettings({ env: {} });

    expect({ resolved, pollTimeoutMs, maxConcurrency, log }).to.deep.equal({
      resolved: {},
      pollTimeoutMs: 600_000,
      maxConcurrency: 8,
      log: "off",
    });
  });

  it("reads numbers and the log level", () => {
    const env = {
      POWER_PLATFORM_POLL_TIMEOUT: "1.5",
      POWER_PLATFORM_MAX_CONCURRENCY: "3",
      POWER_PLATFORM_LOG: "Debug",
    };

    expect(readSettings({ env })).to.include({ pollTimeoutMs: 1_500, maxConcurrency: 3, log: "debug" });
  });

  it("takes the environment before stack configuration, so a rotated credential reaches refresh and destroy", () => {
    const { resolved } = readSettings({
      env: { POWER_PLATFORM_TENANT_ID: tenantA, ARM_TENANT_ID: tenantB },
      config: { "power-platform:tenantId": tenantB, "power-platform:clientId": clientId },
    });

    expect(resolved.tenantId).to.include({ value: tenantA, origin: "POWER_PLATFORM_TENANT_ID" });
    expect(resolved.clientId).to.include({ value: clientId, origin: "power-platform:clientId" });
  });

  it("reads configuration through a reader too", () => {
    const config = { get: (key: string) => (key === "power-platform:tenantId" ? tenantA : undefined) };

    expect(readSettings({ env: {}, config }).resolved.tenantId).to.include({ value: tenantA });
  });

  it("takes empty texts and spaces for absent", () => {
    const { resolved } = readSettings({
      env: { POWER_PLATFORM_TENANT_ID: "", ARM_TENANT_ID: "  ", AZURE_TENANT_ID: ` ${tenantA}\n` },
      config: { "power-platform:cloud": "" },
    });

    expect(resolved.tenantId).to.include({ value: tenantA, origin: "AZURE_TENANT_ID" });
    expect(resolved.cloud).to.equal(undefined);
  });

  it("takes an explicit provider's own arguments first, and what they leave out from the environment", () => {
    const { resolved } = readSettings({
      env: { POWER_PLATFORM_TENANT_ID: tenantA, POWER_PLATFORM_CLIENT_SECRET: "planted-env-1" },
      config: {
        "power-platform:explicit": "true",
        "power-platform:tenantId": tenantB,
        "power-platform:clientId": clientId,
      },
    });

    expect(resolved.tenantId).to.include({ value: tenantB, origin: "the provider's argument tenantId" });
    expect(resolved.clientSecret).to.include({
      value: "planted-env-1",
      origin: "POWER_PLATFORM_CLIENT_SECRET",
    });
  });

  it("takes the mark as an argument as well", () => {
    const sources = { env: { POWER_PLATFORM_CLOUD: "gcc" }, config: { "power-platform:cloud": "dod" } };

    expect(readSettings({ ...sources, explicit: true }).resolved.cloud?.value).to.equal("dod");
    expect(readSettings({ ...sources, explicit: false }).resolved.cloud?.value).to.equal("gcc");
  });

  it("leaves unused how the environment signs in when the explicit provider says how", () => {
    const { resolved } = readSettings({
      env: {
        POWER_PLATFORM_ACCESS_TOKEN: "planted-env-2",
        POWER_PLATFORM_USE_CLI: "true",
        POWER_PLATFORM_CLIENT_ID: clientId,
        AZURE_FEDERATED_TOKEN_FILE: "/var/token",
      },
      config: { "power-platform:clientSecret": "planted-own-2" },
      explicit: true,
    });

    expect(Object.keys(resolved).sort()).to.deep.equal(["clientId", "clientSecret"]);
  });

  it("leaves an access token of the environment unused when the explicit provider names an application", () => {
    const { resolved } = readSettings({
      env: { POWER_PLATFORM_ACCESS_TOKEN: "planted-env-3", POWER_PLATFORM_CLIENT_SECRET: "planted-env-4" },
      config: { "power-platform:clientId": clientId },
      explicit: true,
    });

    expect(Object.keys(resolved).sort()).to.deep.equal(["clientId", "clientSecret"]);
  });

  it("keeps the password of an explicit provider's certificate, wherever it comes from", () => {
    const { resolved } = readSettings({
      env: {
        POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: "planted-5",
        POWER_PLATFORM_CLIENT_SECRET: "planted-6",
      },
      config: { "power-platform:clientCertificateFilePath": "/cert.pem" },
      explicit: true,
    });

    expect(Object.keys(resolved).sort()).to.deep.equal(["clientCertificateFilePath", "clientCertificatePassword"]);
  });

  it("registers every secret for redaction, also one that is not used", () => {
    readSettings({
      env: { POWER_PLATFORM_CLIENT_SECRET: "planted-used" },
      config: {
        "power-platform:clientSecret": "planted-unused",
        "power-platform:accessToken": "planted-token",
      },
    });

    expect(redact("<planted-used> <planted-unused> <planted-token>")).to.equal(
      "<[redacted]> <[redacted]> <[redacted]>",
    );
  });

  it("names everything that is wrong at once, and where it came from", () => {
    const message = invalid({
      POWER_PLATFORM_TENANT_ID: "contoso",
      POWER_PLATFORM_CLOUD: "moon",
      POWER_PLATFORM_ENDPOINT: "http://api.example.com",
      POWER_PLATFORM_AUTHORITY_HOST: "http://login.example.com",
      POWER_PLATFORM_POLL_TIMEOUT: "0",
      POWER_PLATFORM_MAX_CONCURRENCY: "1.5",
      POWER_PLATFORM_LOG: "loud",
      POWER_PLATFORM_USE_CLI: "yes",
      POWER_PLATFORM_CLIENT_CERTIFICATE: "planted-not-base64",
    });

    expect(message.split("\n  ")).to.deep.equal([
      "The settings are not valid.",
      'tenantId "contoso" from POWER_PLATFORM_TENANT_ID must be the GUID of the tenant or one of its domains',
      "clientCertificate from POWER_PLATFORM_CLIENT_CERTIFICATE must be a PFX or PEM file in base64",
      'useCli "yes" from POWER_PLATFORM_USE_CLI must be true or false',
      'cloud "moon" from POWER_PLATFORM_CLOUD must be one of public, gcc, gcchigh, dod, china, ex, rx',
      'endpoint "http://api.example.com" from POWER_PLATFORM_ENDPOINT must be an https URL without query (plain http for this machine only)',
      'authorityHost "http://login.example.com" from POWER_PLATFORM_AUTHORITY_HOST must be an https URL',
      'pollTimeout "0" from POWER_PLATFORM_POLL_TIMEOUT must be a positive number of seconds',
      'maxConcurrency "1.5" from POWER_PLATFORM_MAX_CONCURRENCY must be a whole number from 1 to 999',
      'log "loud" from POWER_PLATFORM_LOG must be one of off, info, debug',
    ]);
  });

  for (const variable of [
    "POWER_PLATFORM_ENDPOINT",
    "POWER_PLATFORM_SCOPE",
    "POWER_PLATFORM_AUTHORITY_HOST",
    "AZURE_AUTHORITY_HOST",
    "POWER_PLATFORM_OIDC_REQUEST_URL",
  ]) {
    for (const address of [
      "https://ada:pla@example.com",
      "https://pla@example.com/path",
      "https://ada:pla ted@exa mple",
    ]) {
      if (variable === "POWER_PLATFORM_SCOPE" && address.includes(" ")) continue;
      it(`refuses ${variable} with a user as in ${address.replaceAll("pla", "…")}, and prints no password`, () => {
        const message = invalid({ [variable]: address.replaceAll("pla", "planted") });

        expect(message).to.contain(`from ${variable} must`).and.not.contain("planted");
      });
    }
  }

  it("prints no query of an address, which may hold a key", () => {
    for (const variable of ["POWER_PLATFORM_ENDPOINT", "POWER_PLATFORM_AUTHORITY_HOST"]) {
      const message = invalid({ [variable]: "https://example.com/?code=planted" });

      expect(message).to.contain(`from ${variable} must be`).and.not.contain("planted");
    }
  });

  it("keeps the spaces of passwords, and of nothing else", () => {
    const { resolved } = readSettings({
      env: { POWER_PLATFORM_PASSWORD: " pass word ", ARM_CLIENT_CERTIFICATE_PASSWORD: "\tpass\n" },
      config: { "power-platform:clientSecret": " planted-trimmed\n" },
    });

    expect(resolved.password?.value).to.equal(" pass word ");
    expect(resolved.clientCertificatePassword?.value).to.equal("\tpass\n");
  });

  it("keeps the spaces of a password in stack configuration and in an explicit provider", () => {
    const config = { "power-platform:password": "planted ", "power-platform:username": "ada" };

    for (const explicit of [false, true])
      expect(readSettings({ env: {}, config, explicit }).resolved.password?.value).to.equal("planted ");
  });

  for (const prefix of ["Bearer ", "bearer  ", "BEARER\t", "Authorization: Bearer "]) {
    it(`takes a token alone where ${JSON.stringify(prefix)} stands before it`, () => {
      const value = `${prefix}planted-token`;
      const { resolved } = readSettings({
        env: { POWER_PLATFORM_ACCESS_TOKEN: value, ARM_OIDC_TOKEN: value, SYSTEM_ACCESSTOKEN: value },
      });

      expect(resolved.accessToken?.value).to.equal("planted-token");
      expect(readSettings({ env: { ARM_OIDC_TOKEN: value } }).resolved.oidcToken?.value).to.equal("planted-token");
      expect(readSettings({ env: { SYSTEM_ACCESSTOKEN: value } }).resolved.oidcRequestToken?.value).to.equal(
        "planted-token",
      );
    });
  }

  for (const value of ["-1", "abc", "Infinity", "NaN", "1e9"]) {
    it(`refuses the poll timeout ${value}`, () => {
      expect(invalid({ POWER_PLATFORM_POLL_TIMEOUT: value })).to.contain("positive number of seconds");
    });
  }

  for (const value of [tenantA, tenantA.toUpperCase(), "contoso.onmicrosoft.com", "contoso.com"]) {
    it(`takes the tenant ${value}`, () => {
      expect(invalid({ POWER_PLATFORM_TENANT_ID: value })).to.equal("valid");
    });
  }

  for (const value of ["http://localhost:3000", "http://127.0.0.1:3000/", "https://api.example.com"]) {
    it(`takes the endpoint ${value}`, () => {
      expect(invalid({ POWER_PLATFORM_ENDPOINT: value })).to.equal("valid");
    });
  }
});

const switches = [
  "useOidc",
  "useMsi",
  "useCli",
  "useDevCli",
  "usePowerShell",
  "useDeviceCode",
  "useBrowser",
  "enableContinuousAccessEvaluation",
];

function valueOf(name: string): string {
  const values: Readonly<Record<string, string>> = {
    tenantId: tenantA,
    clientCertificate: Buffer.from("-----BEGIN CERTIFICATE-----").toString("base64"),
    ...Object.fromEntries(switches.map((name) => [name, "true"])),
    oidcRequestUrl: "https://pipeline.example.com/token?api-version=2.0",
    azdoServiceConnectionId: clientId,
    auxiliaryTenantIds: `${tenantA}, ${tenantB}`,
    cloud: "GCC",
    endpoint: "https://api.example.com",
    authorityHost: "https://login.example.com",
    pollTimeout: "30",
    maxConcurrency: "2",
    log: "info",
  };
  return values[name] ?? `some-${name}`;
}
