import { type CustomResource, type CustomResourceOptions, output, secret } from "@pulumi/pulumi";
import { expect } from "chai";

import type { Kind } from "../../provider/resources";
import { BillingPolicy, EnvironmentGroup, IsvContract, Provider, RoleAssignment, scopes } from "../../sdk";
import { providerText } from "../../sdk/providerText";
import { typeToken } from "../../provider/resources/typeToken";
import { registrations } from "./mocks";

const instrument = { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg" };

type Class<A> = (new (name: string, args: A, options?: CustomResourceOptions) => CustomResource) & {
  get(name: string, id: string, options?: CustomResourceOptions): CustomResource;
};

interface Case {
  readonly kind: Kind;
  readonly args: Record<string, unknown>;
  readonly make: (options?: CustomResourceOptions) => CustomResource;
  readonly get: (id: string, options?: CustomResourceOptions) => CustomResource;
}

const of = <A extends object>(kind: Kind, resource: Class<A>, args: A): Case => ({
  kind,
  args: { ...args } as Record<string, unknown>,
  make: (options) => new resource("one", args, options),
  get: (id, options) => resource.get("one", id, options),
});

const cases: readonly Case[] = [
  of("EnvironmentGroup", EnvironmentGroup, { displayName: "Sales", adopt: true }),
  of("BillingPolicy", BillingPolicy, {
    ...{ name: "payg", location: "europe", status: "Disabled" as const, billingInstrument: instrument },
    timeouts: { create: "20m" },
  }),
  of("RoleAssignment", RoleAssignment, {
    ...{ principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", principalType: "Group" as const },
    ...{ roleDefinitionId: "reader", scope: scopes.tenant() },
  }),
  of("IsvContract", IsvContract, {
    ...{ name: "contosocontract1", geo: "europe", status: "Enabled" as const, billingInstrument: instrument },
    consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
    conditions: { apiFilter: { allowOtherPremiumConnectors: false, requiredApis: [{ name: "shared_sql" }] } },
    powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" as const },
  }),
];

for (const { kind, args, make, get } of cases) {
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

    it("belongs to the provider it is given, also when it is read", async () => {
      const seen = await registrations(() => {
        const provider = new Provider("contoso", { tenantId: "t" });
        make({ provider });
        get("33333333-3333-4333-8333-333333333333", { provider });
      });

      const owners = seen.filter(({ type }) => type === typeToken(kind)).map(({ provider }) => provider);
      expect(owners).to.have.lengthOf(2);
      for (const owner of owners)
        expect(owner).to.match(/pulumi:providers:pulumi-nodejs::contoso::contoso-id$/);
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
