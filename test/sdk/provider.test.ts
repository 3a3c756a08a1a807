import { type Output, output } from "@pulumi/pulumi";
import { expect } from "chai";

import { settingsTable } from "../../provider/auth/settingsTable";
import { Provider, type ProviderArgs } from "../../sdk";
import { Provider as PluginProvider } from "../../sdk/plugin";
import { registrations } from "./mocks";

/** A secret on Pulumi's wire. */
const hidden = (value: string) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

const everything: Required<ProviderArgs> = {
  tenantId: "t",
  clientId: "c",
  clientSecret: "secret",
  clientCertificate: "certificate",
  clientCertificateFilePath: "/certificate.pem",
  clientCertificatePassword: "password",
  useOidc: true,
  oidcToken: "oidc",
  oidcTokenFilePath: "/token",
  oidcRequestUrl: "https://pipeline.example.test",
  oidcRequestToken: "request",
  oidcAudience: "api://audience",
  azdoServiceConnectionId: "connection",
  useMsi: false,
  useCli: true,
  useDevCli: false,
  usePowerShell: false,
  username: "user",
  password: "pass",
  useDeviceCode: false,
  useBrowser: false,
  accessToken: "token",
  auxiliaryTenantIds: ["a", "b"],
  enableContinuousAccessEvaluation: true,
  cloud: "gcc",
  endpoint: "https://example.test",
  scope: "https://example.test/.default",
  authorityHost: "https://login.example.test",
  pollTimeout: 60,
  maxConcurrency: 4,
  log: "info",
};

describe("class Provider", () => {
  it("configures Pulumi's provider of dynamic resources with text, credentials as secrets", async () => {
    const seen = await registrations(() => new Provider("contoso", everything));

    expect(seen).to.deep.equal([
      {
        type: "pulumi:providers:pulumi-nodejs",
        name: "contoso",
        inputs: {
          "power-platform:tenantId": "t",
          "power-platform:clientId": "c",
          "power-platform:clientSecret": hidden("secret"),
          "power-platform:clientCertificate": hidden("certificate"),
          "power-platform:clientCertificateFilePath": "/certificate.pem",
          "power-platform:clientCertificatePassword": hidden("password"),
          "power-platform:useOidc": "true",
          "power-platform:oidcToken": hidden("oidc"),
          "power-platform:oidcTokenFilePath": "/token",
          "power-platform:oidcRequestUrl": "https://pipeline.example.test",
          "power-platform:oidcRequestToken": hidden("request"),
          "power-platform:oidcAudience": "api://audience",
          "power-platform:azdoServiceConnectionId": "connection",
          "power-platform:useMsi": "false",
          "power-platform:useCli": "true",
          "power-platform:useDevCli": "false",
          "power-platform:usePowerShell": "false",
          "power-platform:username": "user",
          "power-platform:password": hidden("pass"),
          "power-platform:useDeviceCode": "false",
          "power-platform:useBrowser": "false",
          "power-platform:accessToken": hidden("token"),
          "power-platform:auxiliaryTenantIds": "a,b",
          "power-platform:enableContinuousAccessEvaluation": "true",
          "power-platform:cloud": "gcc",
          "power-platform:endpoint": "https://example.test",
          "power-platform:scope": "https://example.test/.default",
          "power-platform:authorityHost": "https://login.example.test",
          "power-platform:pollTimeout": "60",
          "power-platform:maxConcurrency": "4",
          "power-platform:log": "info",
          "power-platform:explicit": "true",
        },
      },
    ]);
  });

  it("takes every setting there is, and keeps the same ones secret", async () => {
    const [provider] = await registrations(() => new Provider("contoso", everything));

    const given = provider?.inputs ?? {};
    const keys = settingsTable.map(({ config }) => config);
    expect(Object.keys(given)).to.have.members([...keys, "power-platform:explicit"]);
    const secrets = settingsTable.filter((row) => "secret" in row).map(({ config }) => config);
    expect(Object.keys(given).filter((key) => typeof given[key] === "object")).to.have.members(secrets);
  });

  it("leaves out what is left out or undefined, and takes outputs", async () => {
    const args = { tenantId: output("t"), clientId: undefined, useCli: output(false) };

    const [provider] = await registrations(() => new Provider("contoso", args));

    expect(provider?.inputs).to.deep.equal({
      "power-platform:tenantId": "t",
      "power-platform:useCli": "false",
      "power-platform:explicit": "true",
    });
  });

  it("takes what is an output without a value for left out, also in a list", async () => {
    const nothing = output<unknown>(undefined) as Output<string>;
    const args: ProviderArgs = {
      tenantId: output("t"),
      clientId: nothing,
      clientSecret: nothing,
      useCli: nothing as unknown as Output<boolean>,
      pollTimeout: output<unknown>(null),
      auxiliaryTenantIds: [output("a"), nothing],
    };

    for (const form of [Provider, PluginProvider]) {
      const [provider] = await registrations(() => new form("contoso", args));

      const entries = Object.entries(provider?.inputs ?? {}).map(([key, value]) => [key.split(":").pop(), value]);
      expect(Object.fromEntries(entries)).to.deep.equal({
        ...{ tenantId: "t", auxiliaryTenantIds: "a", explicit: "true" },
        clientSecret: { ...hidden(""), value: null },
      });
    }
  });

  it("needs no arguments", async () => {
    const [provider] = await registrations(() => new Provider("contoso"));

    expect(provider?.inputs).to.deep.equal({ "power-platform:explicit": "true" });
  });
});
