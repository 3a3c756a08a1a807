import { RunError, output, type Output } from "@pulumi/pulumi";
import { expect } from "chai";

import type { Kind } from "../../provider/resources";
import { pluginToken, typeToken } from "../../provider/resources/typeToken";
import * as dynamic from "../../sdk";
import * as plugin from "../../sdk/plugin";
import { type Registration, registrations } from "./mocks";

const token = "power-platform:index:GovernedEnvironment";
const [users, owners] = ["aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaab"] as const;
const environment = { displayName: "Sales", environmentSku: "Sandbox", location: "europe" } as const;
const reader = { principalObjectId: users, principalType: "Group", roleDefinitionId: "reader" } as const;
const owner = { ...reader, principalObjectId: owners, roleDefinitionId: "owner" } as const;
const governed: dynamic.GovernedEnvironmentArgs = {
  environment,
  environmentGroupId: "group-1",
  billingPolicyId: "policy-1",
  roleAssignments: [reader, owner],
};

/** What was registered, without the text of providers. */
const told = (seen: readonly Registration[]) =>
  seen.map(({ type, name, inputs: { __provider, ...inputs } }) => [type, name, inputs] as const);

for (const { form, sdk, typeOf } of [
  { form: "dynamic", sdk: dynamic, typeOf: typeToken },
  { form: "plugin", sdk: plugin, typeOf: pluginToken },
]) {
  const make = (args: dynamic.GovernedEnvironmentArgs): Promise<Registration[]> =>
    registrations(() => new sdk.GovernedEnvironment("sales", args));
  const inputsOf = async (kind: Kind, args: dynamic.GovernedEnvironmentArgs) =>
    told(await make(args)).find(([type]) => type === typeOf(kind))?.[2];
  const assignmentsOf = async (roleAssignments: dynamic.GovernedEnvironmentArgs["roleAssignments"]) =>
    (await make({ environment, roleAssignments }))
      .filter(({ type }) => type === typeOf("RoleAssignment"))
      .map(({ name }) => name);

  describe(`GovernedEnvironment, ${form} form`, () => {
    it("makes its children under names that are in state for ever", async () => {
      const seen = await make(governed);

      expect(told(seen)).to.have.deep.members([
        [token, "sales", {}],
        [typeOf("Environment"), "sales", environment],
        [typeOf("ManagedEnvironment"), "sales-managed", { environmentId: "sales-id" }],
        [
          typeOf("EnvironmentGroupMembership"),
          "sales-group",
          { environmentGroupId: "group-1", environmentId: "sales-id" },
        ],
        [
          typeOf("BillingPolicyEnvironment"),
          "sales-billing",
          { billingPolicyId: "policy-1", environmentId: "sales-id" },
        ],
        [typeOf("RoleAssignment"), `sales-reader-${users}`, { ...reader, scope: "/environments/sales-id" }],
        [typeOf("RoleAssignment"), `sales-owner-${owners}`, { ...owner, scope: "/environments/sales-id" }],
      ]);
    });

    it("has the id of its environment as output", async () => {
      let environmentId: Output<string> | undefined;

      await registrations(() => ({ environmentId } = new sdk.GovernedEnvironment("sales", governed)));

      expect(await (environmentId as unknown as { promise(): Promise<string> }).promise()).to.equal("sales-id");
    });

    it("makes nothing that is not asked for", async () => {
      const seen = await make({ environment });

      expect(seen.map(({ type }) => type)).to.deep.equal([token, typeOf("Environment"), typeOf("ManagedEnvironment")]);
    });

    it("names the role assignments of a list alike for every spelling of role and principal", async () => {
      const spelled = await assignmentsOf([
        { ...reader, principalObjectId: users.toUpperCase(), roleDefinitionId: "Power Platform reader" },
        { ...owner, roleDefinitionId: dynamic.builtInRoles.owner },
      ]);

      expect(spelled).to.have.members([`sales-reader-${users}`, `sales-owner-${owners}`]);
    });

    it("names the role assignments of an object after its keys, so that principals may be outputs", async () => {
      const named = await assignmentsOf({ users: { ...reader, principalObjectId: output(users) }, owner });

      expect(named).to.have.members(["sales-users", "sales-owner"]);
    });

    it("refuses a list with a principal that is an output, and says how to write it", () => {
      const roleAssignments = [reader, { ...owner, principalObjectId: output(owners) }];

      expect(() => new sdk.GovernedEnvironment("sales", { environment, roleAssignments }))
        .to.throw(RunError, "roleAssignments[1]: its principal or role is an output")
        .with.property("message")
        .that.includes("roleAssignments: { owners: {");
    });

    it("adopts what belongs to an environment that it adopts", async () => {
      const adopting = { ...governed, environment: { ...environment, adopt: true } };

      for (const kind of [
        "Environment",
        "EnvironmentGroupMembership",
        "BillingPolicyEnvironment",
        "RoleAssignment",
      ] as const)
        expect(await inputsOf(kind, adopting), kind).to.include({ adopt: true });
    });

    it("adopts the link to the policy that the environment was created with", async () => {
      const created = { ...governed, environment: { ...environment, billingPolicyId: "policy-1" } };

      expect(await inputsOf("BillingPolicyEnvironment", created)).to.include({ adopt: true });
      expect(await inputsOf("EnvironmentGroupMembership", created)).to.not.include.keys("adopt");
    });
  });
}
