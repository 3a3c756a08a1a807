import { expect } from "chai";
import { cloudNames, cloudOf, readSettings } from "../../../provider/auth";

const cloud = (env: Record<string, string>) => cloudOf(readSettings({ env }).resolved);

describe("cloudOf", () => {
  const rows = [
    ["public", "api.powerplatform.com", "https://login.microsoftonline.com/", false],
    ["gcc", "api.gov.powerplatform.microsoft.us", "https://login.microsoftonline.com/", false],
    ["gcchigh", "api.high.powerplatform.microsoft.us", "https://login.microsoftonline.us/", false],
    ["dod", "api.appsplatform.us", "https://login.microsoftonline.us/", false],
    ["china", "api.powerplatform.partner.microsoftonline.cn", "https://login.chinacloudapi.cn/", false],
    ["ex", "api.powerplatform.eaglex.ic.gov", "https://login.microsoftonline.eaglex.ic.gov/", true],
    ["rx", "api.powerplatform.microsoft.scloud", "https://login.microsoftonline.microsoft.scloud/", true],
  ] as const;
  const audienceSuffix: Readonly<Record<string, string>> = { gcchigh: "USGov", dod: "USGov", china: "China" };
  for (const [name, host, authorityHost, disableInstanceDiscovery] of rows) {
    it(`knows ${name}, in any case`, () => {
      expect(cloud({ POWER_PLATFORM_CLOUD: name.toUpperCase() })).to.deep.equal({
        endpoint: `https://${host}`,
        scope: `https://${host}/.default`,
        authorityHost,
        tokenExchangeAudience: `api://AzureADTokenExchange${audienceSuffix[name] ?? ""}`,
        disableInstanceDiscovery,
      });
    });
  }

  it("knows no others", () => {
    expect(cloudNames).to.deep.equal(rows.map(([name]) => name));
  });

  it("is the public one by default", () => {
    expect(cloud({})).to.deep.equal(cloud({ POWER_PLATFORM_CLOUD: "public" }));
  });

  it("lets each part be set by itself", () => {
    const known = cloud({});

    expect(cloud({ POWER_PLATFORM_ENDPOINT: "http://localhost:1/" })).to.deep.equal({
      ...known,
      endpoint: "http://localhost:1",
    });
    expect(cloud({ POWER_PLATFORM_OIDC_AUDIENCE: "api://y" })).to.deep.equal({
      ...known,
      tokenExchangeAudience: "api://y",
    });
    expect(cloud({ POWER_PLATFORM_SCOPE: "api://x/.default" })).to.deep.equal({
      ...known,
      scope: "api://x/.default",
    });
  });

  it("disables instance discovery for an authority of one's own", () => {
    expect(cloud({ POWER_PLATFORM_AUTHORITY_HOST: "https://login.example.com" })).to.include({
      authorityHost: "https://login.example.com",
      disableInstanceDiscovery: true,
    });
  });

  it("keeps it for the cloud's own authority in another spelling", () => {
    expect(cloud({ AZURE_AUTHORITY_HOST: "https://login.microsoftonline.com" })).to.include({
      disableInstanceDiscovery: false,
    });
  });
});
