import { expect } from "chai";
import { environmentKey, environmentOf, setInProgramOnly, splitEnvironment } from "../../provider/programEnvironment";

const names = ["POWER_PLATFORM_TENANT_ID", "ARM_CLIENT_ID", "ARM_CLIENT_SECRET"];

describe("a program's environment", () => {
  it("is told without a value that could be read, and of nothing but settings", () => {
    const told = environmentOf({
      ARM_CLIENT_ID: "planted-id",
      ARM_CLIENT_SECRET: "planted-secret",
      AZURE_TENANT_ID: " ",
      PATH: "/bin",
    });

    expect(Object.keys(told)).to.deep.equal(["ARM_CLIENT_ID", "ARM_CLIENT_SECRET"]);
    expect(JSON.stringify(told)).not.to.contain("planted");
    expect(told.ARM_CLIENT_SECRET).to.equal("set");
  });

  it("disagrees with the provider's in what it has alone, or otherwise", () => {
    const told = environmentOf({ POWER_PLATFORM_TENANT_ID: "a", ARM_CLIENT_ID: "b", ARM_CLIENT_SECRET: "c" });

    expect(setInProgramOnly(told, {}, names)).to.deep.equal(names);
    expect(
      setInProgramOnly(told, { POWER_PLATFORM_TENANT_ID: "a", ARM_CLIENT_ID: "x", ARM_CLIENT_SECRET: "y" }, names),
    ).to.deep.equal(["ARM_CLIENT_ID"]);
  });

  it("agrees where the provider has more, or where the program tells nothing", () => {
    expect(setInProgramOnly({}, { ARM_CLIENT_ID: "x" }, names)).to.deep.equal([]);
    expect(setInProgramOnly(undefined, { ARM_CLIENT_ID: "x" }, names)).to.deep.equal([]);
  });

  it("is taken out of the inputs", () => {
    expect(splitEnvironment({ a: 1, [environmentKey]: { x: "y" } })).to.deep.equal({
      told: { x: "y" },
      rest: { a: 1 },
    });
  });
});
