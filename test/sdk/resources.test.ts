import { CustomResource, type CustomResourceOptions, output, secret } from "@pulumi/pulumi";
import { expect } from "chai";

import * as dynamic from "../../sdk";
import { providerText } from "../../sdk/providerText";
import { typeToken } from "../../provider/resources/typeToken";
import { kindCases } from "../kinds";
import { registrations } from "./mocks";

const { EnvironmentGroup, Provider } = dynamic;

type Class = (new (name: string, args: object, options?: CustomResourceOptions) => CustomResource) & {
  get(name: string, id: string, options?: CustomResourceOptions): CustomResource;
};

for (const { kind, inputs } of kindCases) {
  const args = { ...inputs, timeouts: { create: "20m" } };
  const resource = dynamic[kind] as unknown as Class;
  const make = (options?: CustomResourceOptions): CustomResource => new resource("one", args, options);
  const get = (id: string, options?: CustomResourceOptions): CustomResource => resource.get("one", id, options);

  describe(`class ${kind}`, () => {
    it("sends its arguments and the text of its provider, and nothing else", async () => {
      const seen = await registrations(() => make());

      expect(seen).to.deep.equal([
        { type: typeToken(kind), name: "one", inputs: { ...args, __provider: providerText(kind) } },
      ]);
    });

    it("has a property for each output", async () => {
      let made: CustomResource | undefined;

      await registrations(() => (made = make()), { tenantId: "t" });

      expect(made).to.include.keys("id", "urn", "tenantId", ...Object.keys(args));
      const { tenantId } = made as unknown as Record<string, { promise(): Promise<unknown> }>;
      expect(await tenantId?.promise()).to.equal("t");
    });

    it("reads an existing one by id alone", async () => {
      const seen = await registrations(() => get("33333333-3333-4333-8333-333333333333"));

      expect(seen).to.deep.equal([
        {
          ...{ type: typeToken(kind), name: "one", id: "33333333-3333-4333-8333-333333333333" },
          inputs: { __provider: providerText(kind) },
        },
      ]);
    });

    it("is an instance of its class, also where it is read or extended", async () => {
      class Extended extends resource {}
      const made: CustomResource[] = [];

      await registrations(() => {
        made.push(make(), get("33333333-3333-4333-8333-333333333333"), new Extended("two", args));
      });

      expect(made.filter((each) => each instanceof resource && CustomResource.isInstance(each))).to.have.lengthOf(3);
      expect(made.filter((each) => each instanceof Extended)).to.have.lengthOf(1);
    });

    it("belongs to the provider it is given, also when it is read", async () => {
      const seen = await registrations(() => {
        const provider = new Provider("contoso", { tenantId: "t" });
        make({ provider });
        get("33333333-3333-4333-8333-333333333333", { provider });
      });

      const owners = seen.filter(({ type }) => type === typeToken(kind)).map(({ provider }) => provider);
      expect(owners).to.have.lengthOf(2);
      for (const owner of owners) expect(owner).to.match(/pulumi:providers:pulumi-nodejs::contoso::contoso-id$/);
    });
  });
}

describe("arguments of a resource", () => {
  it("may be outputs, and stay secret when they are", async () => {
    const [group] = await registrations(
      () => new EnvironmentGroup("one", { displayName: output("Sales"), description: secret("hidden") }),
    );

    expect(group?.inputs).to.deep.equal({
      displayName: "Sales",
      // The mark of a secret on Pulumi's wire.
      description: {
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
        value: "hidden",
      },
      __provider: providerText("EnvironmentGroup"),
    });
  });

  it("cannot replace the text of the provider", async () => {
    const args = { displayName: "Sales", __provider: "other" };

    const [group] = await registrations(() => new EnvironmentGroup("one", args));

    expect(group?.inputs.__provider).to.equal(providerText("EnvironmentGroup"));
  });
});
