import { expect } from "chai";
import { readSettings } from "../../../provider/auth";
import { failureOf } from "./invalid";

const wrong = (key: string, more: object = {}): string =>
  failureOf(() => readSettings({ env: { POWER_PLATFORM_USE_CLI: "true" }, config: { [key]: "x" }, ...more }));

describe("a key of stack configuration", () => {
  for (const [key, meant] of [
    ["client_id", "clientId"],
    ["clientid", "clientId"],
    ["ClientID", "clientId"],
    ["client-secret", "clientSecret"],
    ["tennantId", "tenantId"],
    ["ARM_CLIENT_SECRET", "clientSecret"],
    ["POWER_PLATFORM_TENANT_ID", "tenantId"],
    ["use_cli", "useCli"],
    ["endpoints", "endpoint"],
  ] as const) {
    it(`that is misspelled as ${key} is refused, and ${meant} is offered`, () => {
      expect(wrong(`power-platform:${key}`)).to.equal(
        `The settings are not valid.\n  power-platform:${key} is not a setting of the provider: write power-platform:${meant}`,
      );
    });
  }

  it("of another tool is refused, with the nearest one and all there are", () => {
    expect(wrong("power-platform:subscriptionId"))
      .to.contain("power-platform:subscriptionId is not a setting of the provider: the nearest is power-platform:")
      .and.contain("known are tenantId, clientId,");
  });

  it("of another namespace is nobody's business here", () => {
    expect(wrong("azure-native:clientID")).to.equal("valid");
    expect(wrong("client_id")).to.equal("valid");
  });

  it("that Pulumi itself sets is left alone", () => {
    expect(wrong("power-platform:version")).to.equal("valid");
    expect(wrong("power-platform:pluginDownloadURL")).to.equal("valid");
  });

  it("of a project that is named as this package is may be the project's own, unless it is misspelled", () => {
    const inProject = (name: string): string =>
      failureOf(() =>
        readSettings({
          env: {},
          config: { get: () => undefined, keys: () => [`power-platform:${name}`], project: "power-platform" },
        }),
      );

    expect(inProject("department")).to.equal("valid");
    expect(inProject("client_id")).to.contain("write power-platform:clientId");
  });

  it("is told beside everything else that is wrong", () => {
    const config = { "power-platform:client_id": "x", "power-platform:cloud": "moon" };

    expect(failureOf(() => readSettings({ env: {}, config })).split("\n")).to.have.length(3);
  });
});

describe("an argument of an explicit provider", () => {
  it("that is misspelled is refused, and the right one is offered", () => {
    expect(wrong("power-platform:client_id", { explicit: true })).to.equal(
      'The settings are not valid.\n  "client_id" is not an argument of the provider: write clientId',
    );
  });
});
