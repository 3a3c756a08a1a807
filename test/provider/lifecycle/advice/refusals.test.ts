import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { startCoreDriver } from "../../../scenarios/coreDriver";
import { declared } from "../../../kinds";
import { linesOf, signedIn } from "./refused";

const group = { displayName: "Sales" };
const ids = "request id …, correlation id …";

describe("advice on refusals", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
  });

  beforeEach(() => {
    emulator.reset();
  });

  after(async () => {
    await emulator.close();
  });

  /** How the create of a group ends when every request is answered so. */
  const created = async (status: number, body?: object, headers: Record<string, string> = {}) => {
    emulator.fault({
      kind: "status",
      status,
      headers,
      times: "always",
      ...(body === undefined ? {} : { body }),
    });
    return linesOf((await signedIn(emulator, emulator.token())).create("EnvironmentGroup", group));
  };

  it("says for a 401 who signed in and what the API takes", async () => {
    const lines = await created(401, { code: "Unauthorized", message: "The access token has expired." });

    expect(lines).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 401 Unauthorized: The access token has expired.',
      "No other token could be had: The access token from POWER_PLATFORM_ACCESS_TOKEN was refused and cannot be renewed. Get a new one.",
      `Signed in as user owner@contoso.example (object id ${seeded.ownerId}), with access token from POWER_PLATFORM_ACCESS_TOKEN.`,
      `The API at ${emulator.url} takes unexpired tokens for https://api.powerplatform.com, of the tenant that it is to work in. Check cloud, endpoint, scope and tenantId. (code Unauthorized, ${ids})`,
    ]);
  });

  it("says how a refresh or destroy gets another credential than the old one that Pulumi has recorded", async () => {
    const { POWER_PLATFORM_ACCESS_TOKEN: token = "", ...env } = emulator.env();
    const recorded = { "power-platform:accessToken": token };
    const explicit = { ...recorded, "power-platform:explicit": "true" };
    const { id, outputs } = await (await signedIn(emulator, token)).create("EnvironmentGroup", group);
    emulator.entra.revokeTokens();
    const hint =
      "If it was replaced after the last `pulumi up`: this is the one in state. The option `--run-program` takes the new one.";

    for (const config of [recorded, explicit]) {
      const provider = await startCoreDriver({ env, config });
      const reading = await linesOf(provider.read("EnvironmentGroup", id, outputs));
      expect(reading.join("\n")).to.include(hint);
      const deleting = await linesOf(provider.delete("EnvironmentGroup", id, outputs));
      expect(deleting.join("\n")).to.include(hint);
      const creating = await linesOf(provider.create("EnvironmentGroup", { displayName: "Legal" }));
      expect(creating.join("\n")).to.not.include("--run-program");
    }
    const fromEnvironment = await signedIn(emulator, token);
    const reading = await linesOf(fromEnvironment.read("EnvironmentGroup", id, outputs));
    expect(reading.join("\n")).to.include("401").and.not.include("--run-program");
  });

  it("says for a 401 that the token is for another API, also where licensing gives no reason", async () => {
    const token = emulator.token({ audience: "https://management.azure.com/" });

    const lines = await linesOf((await signedIn(emulator, token)).create("BillingPolicy", declared.BillingPolicy));

    expect(lines[0]).to.include("401 Unauthorized: the service gave no reason.");
    expect(lines[3]).to.equal(
      `The token is for https://management.azure.com/, and this API takes those for https://api.powerplatform.com: \`az account get-access-token --resource https://api.powerplatform.com\` gives one. (${ids})`,
    );
  });

  it("says for a wrong host which one it is and which one it has to be", async () => {
    expect(await created(404, { code: "RouteNotFound", message: "No route matches." })).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 404 Not Found: No route matches.',
      `${emulator.url} does not have this route. It has to be the API's host for the whole cloud, not that of a tenant or an environment: check endpoint and cloud. (code RouteNotFound, ${ids})`,
    ]);
  });

  it("says for an api-version that the host lacks which one was asked for", async () => {
    const body = {
      code: "ApiVersionInvalid",
      message: "API version 2024-10-01 is not supported.",
      innererror: { code: "ApiVersionUnsupported" },
    };

    expect(await created(400, body)).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 400 Bad Request: API version 2024-10-01 is not supported.',
      `${emulator.url} does not have the api-version 2024-10-01 that this package speaks. Check endpoint and cloud; if they are right, a newer version of pulumi-power-platform is needed. (code ApiVersionUnsupported, ${ids})`,
    ]);
  });

  it("says for a 429 how long the service asks to wait", async () => {
    expect(await created(429, undefined, { "retry-after": "900" })).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 429 Too Many Requests: the service gave no reason.',
      "The service asks to wait 15 min, longer than the 5 min left.",
      `Run it again in 15 min. \`power-platform:maxConcurrency\` keeps the number of requests at a time down. (${ids})`,
    ]);
  });

  it("says for a 5xx how often it was tried", async () => {
    expect(await created(503)).to.deep.equal([
      'EnvironmentGroup "Sales": create failed, 503 Service Unavailable: the service gave no reason.',
      `Gave up after 6 attempts. (${ids})`,
    ]);
  });

  for (const [principalType, command] of [
    ["User", "az ad user show"],
    ["Group", "az ad group show"],
    ["ApplicationUser", "az ad sp show"],
  ] as const) {
    it(`says how the object id of a ${principalType} is found`, async () => {
      emulator.configure({ knownPrincipals: [] });
      const provider = await signedIn(emulator, emulator.token());

      const lines = await linesOf(provider.create("RoleAssignment", { ...declared.RoleAssignment, principalType }));

      expect(lines[1]).to.equal("Gave up after 2 min of waiting.");
      expect(lines[2])
        .to.include(`\`${command} `)
        .and.match(/\(code PrincipalDoesNotExist, .*\)$/);
    });
  }

  for (const [scope, code] of [
    ["/environments/11111111-1111-4111-8111-111111111111", "EnvironmentIdInvalid"],
    ["/environmentGroups/11111111-1111-4111-8111-111111111111", "EnvironmentGroupIdInvalid"],
  ] as const) {
    it(`says for ${code} which scope to check`, async () => {
      const provider = await signedIn(emulator, emulator.token());

      const lines = await linesOf(provider.create("RoleAssignment", { ...declared.RoleAssignment, scope }));

      expect(lines[2]).to.include(`Check the id in the scope ${scope}`).and.include(`(code ${code}, `);
    });
  }

  it("says for a 412 that the object has changed", async () => {
    const owner = await signedIn(emulator, emulator.token());
    const { id, outputs } = await owner.create("EnvironmentGroup", group);
    emulator.fault({ kind: "status", status: 412, method: "PUT" });

    const lines = await linesOf(owner.update("EnvironmentGroup", id, outputs, { displayName: "Sales EU" }));

    expect(lines[1]).to.equal(`Somebody changed it meanwhile. Run \`pulumi up\` again, which looks first. (${ids})`);
  });

  for (const [status, held, words] of [
    [409, [seeded.managedEnvironmentId], "Still inside: 1 environment: "],
    [400, [seeded.managedEnvironmentId], "Still inside: 1 environment: "],
    [409, [seeded.managedEnvironmentId, seeded.sandboxEnvironmentId], "Still inside: 2 environments: "],
  ] as const) {
    it(`counts ${held.length} in a group that cannot be deleted, which the service answers with ${status}`, async () => {
      emulator.configure({ groupInUse: status });
      const { id, outputs } = await (await signedIn(emulator, emulator.token())).create("EnvironmentGroup", group);
      for (const each of held) emulator.tenant.environments.update(each, { environmentGroupId: id });

      const lines = await linesOf((await signedIn(emulator, emulator.token())).delete("EnvironmentGroup", id, outputs));

      expect(lines.join("\n")).to.include(words).and.include("Empty the group, then run the command again.");
    });
  }

  for (const [what, name] of [
    ["a policy", () => emulator.tenant.ruleAssignments.add({ policyId: "p", resourceId: seeded.groupId })],
    [
      "a routing rule",
      () =>
        emulator.tenant.ruleBasedPolicies.add({
          ruleSets: [{ id: "EnvironmentRouting", inputs: { group: seeded.groupId } }],
        }),
    ],
  ] as const) {
    it(`of the delete of an empty group that ${what} names say what has to go first`, async () => {
      const provider = await signedIn(emulator, emulator.token());
      const { outputs } = await provider.read("EnvironmentGroup", seeded.groupId, {});
      name();

      const lines = await linesOf(provider.delete("EnvironmentGroup", seeded.groupId, outputs));
      emulator.reset();

      expect(lines[0]).to.include("400");
      expect(lines[1]).to.match(/^If no environment is in the group, a policy or an environment routing rule /);
    });
  }

  it("says what to do about a policy of a group that cannot be deleted", async () => {
    const { id, outputs } = await (await signedIn(emulator, emulator.token())).create("EnvironmentGroup", group);
    const body = { error: { code: "PolicyAssignedToEnvironmentGroup", message: "A policy is assigned." } };
    emulator.fault({ kind: "status", status: 409, body, method: "DELETE" });

    const lines = await linesOf((await signedIn(emulator, emulator.token())).delete("EnvironmentGroup", id, outputs));

    expect(lines[1]).to.match(/^A policy is assigned to the group\. .*\(code PolicyAssignedToEnvironmentGroup, /);
  });
});
