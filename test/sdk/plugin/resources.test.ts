import { type CustomResource, type CustomResourceOptions, type Input, output, RunError, secret } from "@pulumi/pulumi";
import { expect } from "chai";

import type { Kind } from "../../../provider/resources";
import * as dynamic from "../../../sdk";
import * as plugin from "../../../sdk/plugin";
import { pluginToken } from "../../../provider/resources/typeToken";
import { kindCases } from "../../kinds";
import { registrations } from "../mocks";

type Class = (new (name: string, args: object, options?: CustomResourceOptions) => CustomResource) & {
  get(name: string, id: Input<string>, options?: CustomResourceOptions): CustomResource;
};

const classOf = (kind: Kind): Class => plugin[kind] as unknown as Class;

for (const { kind, inputs } of kindCases) {
  describe(`class ${kind} of the plugin`, () => {
    it("sends its arguments and nothing else", async () => {
      const seen = await registrations(() => new (classOf(kind))("one", { ...inputs, adopt: true }));

      expect(seen).to.deep.equal([{ type: pluginToken(kind), name: "one", inputs: { ...inputs, adopt: true } }]);
    });

    it("has the properties that the dynamic class has", async () => {
      const made: CustomResource[] = [];

      await registrations(() => {
        made.push(new (classOf(kind))("one", inputs));
        made.push(new (dynamic[kind] as unknown as Class)("two", inputs));
      });

      const names = made.map((resource) => Object.keys(resource).filter((name) => !name.startsWith("__")));
      expect(names[0]).to.have.members(names[1]!);
    });

    it("reads an existing one by id alone, with the provider it is given", async () => {
      const seen = await registrations(() => {
        const provider = new plugin.Provider("contoso", { tenantId: "t" });
        classOf(kind).get("one", "33333333-3333-4333-8333-333333333333", { provider });
      });

      const [read] = seen.filter(({ type }) => type === pluginToken(kind));
      expect(read).to.deep.include({ id: "33333333-3333-4333-8333-333333333333", inputs: {} });
      expect(read!.provider).to.match(/pulumi:providers:power-platform::contoso::contoso-id$/);
    });

    it("refuses to read one without an id, in both forms, and says so in one line", () => {
      for (const resource of [classOf(kind), dynamic[kind] as unknown as Class]) {
        expect(() => resource.get("one", ""))
          .to.throw(RunError, `${kind}.get("one"): the id is empty.`)
          .with.property("message")
          .that.does.not.include("\n");
      }
    });
  });
}

describe("class Provider of the plugin", () => {
  it("sends its arguments as text under their own names, credentials as secrets", async () => {
    const args = {
      tenantId: output("t"),
      clientSecret: "s",
      useCli: false,
      pollTimeout: 60,
      auxiliaryTenantIds: ["a", "b"],
    };

    const [provider] = await registrations(() => new plugin.Provider("contoso", args));

    expect(provider).to.deep.equal({
      type: "pulumi:providers:power-platform",
      name: "contoso",
      inputs: {
        ...{ tenantId: "t", useCli: "false", pollTimeout: "60", auxiliaryTenantIds: "a,b" },
        explicit: "true",
        clientSecret: {
          "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
          value: "s",
        },
      },
    });
  });
});

describe("functions of the plugin", () => {
  it("ask the plugin and give the items", async () => {
    const asked: unknown[] = [];
    let roles: unknown;
    let groups: unknown;

    await registrations(
      async () => {
        roles = await plugin.getRoleDefinitions();
        groups = await new Promise((resolve) => {
          plugin.getEnvironmentGroupsOutput({ displayName: secret("Sales") }).apply(resolve);
        });
      },
      {},
      (token, args) => {
        asked.push([token, args]);
        return token.endsWith("getRoleDefinitions")
          ? { roleDefinitions: [{ roleDefinitionId: "r" }] }
          : { environmentGroups: [{ id: "g" }] };
      },
    );

    expect(asked).to.deep.equal([
      ["power-platform:index:getRoleDefinitions", {}],
      ["power-platform:index:getEnvironmentGroups", { displayName: "Sales" }],
    ]);
    expect([roles, groups]).to.deep.equal([[{ roleDefinitionId: "r" }], [{ id: "g" }]]);
  });

  it("are the same in both forms of the package", () => {
    const functionsOf = (module: object): string[] => Object.keys(module).filter((name) => name.startsWith("get"));

    expect(functionsOf(plugin)).to.have.members(functionsOf(dynamic));
  });
});
