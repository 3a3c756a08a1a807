import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { declared } from "../../../kinds";
import { linesOf, signedIn } from "./refused";

const user = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
const application = "dddddddd-1111-4ddd-8ddd-dddddddddddd";
const clientId = "99999999-1111-4999-8999-999999999999";
const group = { displayName: "Sales" };

describe("a 403", () => {
  let emulator: Emulator;
  let asUser = "";
  let asApplication = "";

  before(async () => {
    emulator = await Emulator.start({ isv: true });
  });

  beforeEach(() => {
    emulator.reset();
    const { principals } = emulator.tenant;
    principals.add({ id: user, type: "User", userPrincipalName: "ada@contoso.example", roles: [] });
    principals.add({ id: application, type: "Application", appId: clientId, roles: [] });
    asUser = emulator.token({ principalId: user });
    asApplication = emulator.token({ principalId: application });
  });

  after(async () => {
    await emulator.close();
  });

  it("says who asked, what the operation needs, which roles hold it, where, and how to give one", async () => {
    const provider = await signedIn(emulator, asApplication);

    expect(await linesOf(provider.create("EnvironmentGroup", group))).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 403 Forbidden: Access denied.',
      `Signed in as service principal ${application} (application ${clientId}), with access token from POWER_PLATFORM_ACCESS_TOKEN.`,
      "It needs the permissions EnvironmentManagement.Groups.Read and EnvironmentManagement.Groups.ReadWrite at the tenant. Roles with both: contributor, owner.",
      `A Power Platform administrator can give one (docs/authentication.md#the-first-role of this package): new RoleAssignment("caller", { principalObjectId: "${application}", principalType: "ApplicationUser", roleDefinitionId: "contributor", scope: "tenant" }) (code Forbidden, request id …, correlation id …)`,
    ]);
  });

  for (const [kind, title] of [
    ["BillingPolicy", "payg-europe"],
    ["IsvContract", "contosocontract1"],
  ] as const) {
    it(`that Azure gave for a ${kind} says first what mends it there, with the ids of caller, subscription and group`, async () => {
      const provider = await signedIn(emulator, emulator.token());
      const caller = emulator.tenant.principals.list().find(({ roles }) => roles.includes("owner"))?.id ?? "";
      const message = "The client does not have permission on the linked scope";
      const body = {
        error: { code: "Forbidden", message, details: [{ code: "LinkedAuthorizationFailed", message }] },
      };
      emulator.fault({ kind: "status", status: 403, method: "POST", path: "/licensing/**", body });

      const lines = await linesOf(provider.create(kind, declared[kind]));

      const { subscriptionId, resourceGroup } = declared[kind].billingInstrument as Record<string, string>;
      const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
      expect(lines[0]).to.equal(`${kind} "${title}": create failed, 403 Forbidden: ${message}.`);
      expect(lines[2])
        .to.include(`\`az role assignment create --assignee ${caller} --role Contributor --scope ${scope}\``)
        .and.include(`\`az provider register -n Microsoft.PowerPlatform --subscription ${subscriptionId}\``);
      expect(lines[3]).to.match(/^It needs the permissions Licensing/);
    });

    it(`or another status of a ${kind} tells to register a subscription that is not`, async () => {
      const provider = await signedIn(emulator, emulator.token());
      const body = { error: { code: "MissingSubscriptionRegistration", message: "not registered" } };
      for (const status of [403, 409]) {
        emulator.fault({ kind: "status", status, method: "POST", path: "/licensing/**", body });

        const lines = await linesOf(provider.create(kind, declared[kind]));

        expect(lines.join()).to.match(
          /The subscription is not registered for Power Platform\. Run `az provider register -n Microsoft\.PowerPlatform --subscription 1111/,
        );
      }
    });
  }

  it("asks for reading alone where nothing else was tried", async () => {
    const provider = await signedIn(emulator, asUser);

    const lines = await linesOf(provider.read("EnvironmentGroup", seeded.groupId, {}));

    expect(lines.slice(0, 3)).to.deep.equal([
      `EnvironmentGroup ${seeded.groupId}: get failed, 403 Forbidden: Access denied.`,
      `Signed in as user ada@contoso.example (object id ${user}), with access token from POWER_PLATFORM_ACCESS_TOKEN.`,
      "It needs the permission EnvironmentManagement.Groups.Read at the tenant. Roles with it: reader, roleBasedAccessControlAdministrator, contributor, owner.",
    ]);
    expect(lines[3]).to.include('principalType: "User", roleDefinitionId: "reader"');
  });

  for (const [scope, words] of [
    ["tenant", "at the tenant"],
    [`/environmentGroups/${seeded.groupId}`, `at environment group ${seeded.groupId} or the tenant`],
    [
      `/environments/${seeded.managedEnvironmentId}`,
      `at environment ${seeded.managedEnvironmentId}, its group or the tenant`,
    ],
  ] as const) {
    it(`of a role assignment names the scope ${scope} and what is above it`, async () => {
      const provider = await signedIn(emulator, asApplication);
      const inputs = { ...declared.RoleAssignment, scope };

      const lines = await linesOf(provider.create("RoleAssignment", inputs));

      expect(lines[2]).to.equal(
        `It needs the permissions Authorization.RoleAssignments.Read and Authorization.RoleAssignments.Write ${words}. Roles with both: roleBasedAccessControlAdministrator, owner.`,
      );
      expect(lines[3]).to.include(`scope: "${scope}"`);
    });
  }

  it("of the delete of a role assignment names what roles call it", async () => {
    const owner = await signedIn(emulator, emulator.token());
    const { id, outputs } = await owner.create("RoleAssignment", declared.RoleAssignment);
    const reader = await signedIn(emulator, emulator.token({ roles: ["reader"] }));

    const lines = await linesOf(reader.delete("RoleAssignment", id, outputs));

    expect(lines[2]).to.equal(
      "It needs the permission Authorization.RoleAssignments.Write (in roles: Authorization.RoleAssignments.Delete) at the tenant. Roles with it: roleBasedAccessControlAdministrator, owner.",
    );
  });

  it("of a user whose client application lacks the permission is no matter of roles", async () => {
    emulator.configure({ forbidden: "insufficientDelegatedPermissions" });
    const provider = await signedIn(emulator, asUser);

    expect(await linesOf(provider.create("EnvironmentGroup", group))).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 403 Forbidden: The token does not have the permission that the operation needs. One of these permissions would do: [EnvironmentManagement.Groups.Read, EnvironmentManagement.Groups.ReadWrite].',
      `Signed in as user ada@contoso.example (object id ${user}), with access token from POWER_PLATFORM_ACCESS_TOKEN.`,
      "Its client application needs the delegated permissions EnvironmentManagement.Groups.Read and EnvironmentManagement.Groups.ReadWrite, whatever roles the user has.",
      "App registrations > the application > API permissions > Add a permission > APIs my organization uses > Power Platform API > Delegated permissions, then Grant admin consent.",
      "The clients of Microsoft (Azure CLI) cannot be changed: sign in with an application of your own. (code InsufficientDelegatedPermissions, request id …, correlation id …)",
    ]);
  });

  it("with that code is still a matter of roles for an application", async () => {
    emulator.configure({ forbidden: "insufficientDelegatedPermissions" });
    const provider = await signedIn(emulator, asApplication);

    const text = (await linesOf(provider.create("EnvironmentGroup", group))).join("\n");

    expect(text).to.include("Roles with both: contributor, owner.").and.not.include("client application");
  });

  it("in the words of the older admin API says how to register the application", async () => {
    emulator.configure({ forbidden: "bap" });
    const provider = await signedIn(emulator, asApplication);

    const lines = await linesOf(provider.create("EnvironmentGroup", group));

    expect(lines[0]).to.include(`The service principal with id '${application}' for application ${clientId}`);
    expect(lines[2]).to.include("Roles with both: contributor, owner.");
    expect(lines[4]).to.equal(
      `This text is for applications without any role. If a role does not help, register it: \`New-PowerAppManagementApp -ApplicationId ${clientId}\` in Microsoft.PowerApps.Administration.PowerShell. (code Forbidden, request id …, correlation id …)`,
    );
  });

  it("without a body says so, with what else it may mean for the kind", async () => {
    const provider = await signedIn(emulator, asApplication);

    const lines = await linesOf(provider.create("BillingPolicy", declared.BillingPolicy));

    expect(lines[0]).to.equal('BillingPolicy "payg-europe": create failed, 403 Forbidden: the service gave no reason.');
    expect(lines[2]).to.include("Licensing.BillingPolicies.ReadWrite");
    expect(lines[4]).to.match(
      /^A billing policy also needs rights in its Azure subscription.* \(request id …, correlation id …\)$/,
    );
  });

  it("to everybody tells a tenant that is no software vendor", async () => {
    emulator.configure({ isv: false });
    const provider = await signedIn(emulator, emulator.token());

    const lines = await linesOf(provider.create("IsvContract", declared.IsvContract));

    expect(lines[4]).to.include("not enrolled as an independent software vendor");
  });

  it("that is a page is not the API's, and blames no role", async () => {
    const body = "<html><head><title>Blocked</title></head></html>";
    emulator.fault({ kind: "status", status: 403, body, times: "always" });
    const provider = await signedIn(emulator, asApplication);

    const text = (await linesOf(provider.create("EnvironmentGroup", group))).join("\n");

    expect(text).to.include('a page of HTML titled "Blocked"').and.include("Check the proxy");
    expect(text).to.not.include("Roles with");
  });

  it("after the object was made says both what is missing and that it is kept", async () => {
    emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });
    emulator.fault({ kind: "status", status: 403, operationId: "getBillingPolicy", times: "always" });
    const provider = await signedIn(emulator, emulator.token());

    const text = (await linesOf(provider.create("BillingPolicy", declared.BillingPolicy))).join("\n");

    expect(text).to.include("Licensing.BillingPolicies.Read").and.include("It exists and is kept in state as");
  });
});
