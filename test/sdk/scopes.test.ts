import { type Output, output } from "@pulumi/pulumi";
import { expect } from "chai";

import { builtInRoles, EnvironmentGroup, scopes } from "../../sdk";
import { registrations } from "./mocks";

const valueOf = (of: Output<string>): Promise<string> =>
  new Promise((resolve) => {
    of.apply(resolve);
  });

describe("scopes", () => {
  it("name the tenant in one word", () => {
    expect(scopes.tenant()).to.equal("tenant");
  });

  it("take an environment group by id, as text or output", async () => {
    const paths = [scopes.environmentGroup("g"), scopes.environmentGroup(output("g"))].map(valueOf);

    expect(await Promise.all(paths)).to.deep.equal(["/environmentGroups/g", "/environmentGroups/g"]);
  });

  it("take an environment group as resource", async () => {
    let path: Promise<string> | undefined;

    await registrations(() => {
      path = valueOf(scopes.environmentGroup(new EnvironmentGroup("sales", { displayName: "Sales" })));
    });

    expect(await path).to.equal("/environmentGroups/sales-id");
  });

  it("take an environment by id", async () => {
    expect(await valueOf(scopes.environment("Default-t"))).to.equal("/environments/Default-t");
  });
});

describe("builtInRoles", () => {
  it("have the ids of Microsoft's reference", () => {
    expect(builtInRoles).to.deep.equal({
      owner: "0cb07c69-1631-4725-ab35-e59e001c51ea",
      contributor: "ff954d61-a89a-4fbe-ace9-01c367b89f87",
      reader: "c886ad2e-27f7-4874-8381-5849b8d8a090",
      roleBasedAccessControlAdministrator: "95e94555-018c-447b-8691-bdac8e12211e",
    });
  });
});
