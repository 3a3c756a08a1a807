import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

import { kinds } from "../../provider/resources";
import { Emulator, type OperationResult, seeded, Stack } from "pulumi-power-platform-testing";
import { type DeployedExample, exampleInProcess } from "./exampleInProcess";

const root = join(__dirname, "../../..");
const exampleOf = (name: string): string => join(root, "examples", name);

/** How to deploy one example, and what somebody changes by hand meanwhile. */
interface Case {
  readonly title: string;
  readonly program: string;
  /** Whether program and providers are processes, as with the Pulumi CLI. @default false */
  readonly hasProcesses?: boolean;
  /** What is in the tenant before. */
  readonly prepare?: (emulator: Emulator) => void;
  readonly options?: (emulator: Emulator) => Partial<Parameters<typeof Stack.create>[0]>;
  /** Changes something that the example declares; the preview has to name the text that it returns. */
  readonly meddle?: (emulator: Emulator) => string;
  /** What a plain preview then prints, live value first. */
  readonly drift?: string;
  readonly outputs?: (outputs: OperationResult["outputs"]) => void;
}

const describedByHand = ({ tenant }: Emulator): string => {
  const group = tenant.environmentGroups.list().find(({ displayName }) => displayName === "Sales")!;
  tenant.environmentGroups.update(group.id, { description: "by hand" });
  return "by hand";
};

/** Removes the only role assignment; `name` is what the program calls it. */
const removedByHand = ({ tenant }: Emulator, name: string): string => {
  tenant.roleAssignments.remove(tenant.roleAssignments.list()[0]!.roleAssignmentId);
  return `+ pulumi-nodejs:dynamic/power-platform:RoleAssignment ${name} create`;
};

const names = readdirSync(join(root, "examples"));
const isTypeScript = (name: string): boolean => existsSync(join(exampleOf(name), "index.ts"));

const particularCases: readonly Case[] = [
  { title: "quickstart", program: exampleOf("quickstart"), hasProcesses: true, meddle: describedByHand },
  {
    title: "plugin-quickstart",
    program: exampleOf("plugin-quickstart"),
    meddle: describedByHand,
    drift: '~ description: "by hand" => "Environments of the sales department"',
  },
  {
    title: "rbac-tutorial",
    program: exampleOf("rbac-tutorial"),
    hasProcesses: true,
    // It has found the roles, and verifies the assignment.
    outputs: ({ isListed, roleNames }) => {
      expect(isListed).to.equal(true);
      expect(roleNames).to.have.lengthOf(4);
    },
  },
  {
    title: "custom-provider-credentials",
    program: exampleOf("custom-provider-credentials"),
    options: (emulator) => ({
      env: {
        ...emulator.envFor({ credential: "clientSecret" }),
        POWER_PLATFORM_CLIENT_SECRET: "not this one",
      },
      config: { accessAdminClientId: seeded.application.clientId },
      secrets: { accessAdminClientSecret: seeded.application.clientSecret },
    }),
    meddle: (emulator) => removedByHand(emulator, "auditors"),
  },
  {
    title: "managed-environment",
    program: exampleOf("managed-environment"),
    outputs: ({ protectionLevel }) => {
      expect(protectionLevel).to.equal("Standard");
    },
    meddle: ({ tenant }) => {
      tenant.environments.update(seeded.sandboxEnvironmentId, { protectionLevel: "Basic" });
      return "enabled";
    },
  },
  {
    title: "disaster-recovery",
    program: exampleOf("disaster-recovery"),
    prepare: ({ tenant }) => {
      tenant.environments.update(seeded.managedEnvironmentId, { disasterRecoveryState: "Disabled" });
    },
    outputs: ({ state }) => {
      expect(state).to.equal("Enabled");
    },
    meddle: ({ tenant }) => {
      tenant.environments.update(seeded.managedEnvironmentId, { disasterRecoveryState: "Disabled" });
      return "enabled";
    },
  },
  {
    title: "copilot-credits",
    program: exampleOf("copilot-credits"),
    // Neither can be deleted.
    prepare: ({ tenant }) => {
      const environmentId = seeded.managedEnvironmentId;
      const resourceId = "a9e00000-0000-4000-8000-000000000001";
      tenant.currencyAllocations.add({ environmentId, currencyType: "MCSMessages", allocated: 500 });
      tenant.resourceThresholds.add({
        environmentId,
        entitlementId: "MCSMessages",
        resourceId,
        limit: 100,
        apiVersion: "1",
      });
    },
    meddle: ({ tenant }) => {
      const id = `${seeded.managedEnvironmentId}/MCSMessages`;
      tenant.currencyAllocations.update(id, { allocated: 4_321 });
      return "4321";
    },
  },
  {
    title: "isv-contract",
    program: exampleOf("isv-contract"),
    meddle: ({ tenant }) => {
      tenant.isvContracts.update(tenant.isvContracts.list()[0]!.id, { status: "Disabled" });
      return "Disabled";
    },
  },
];

/** They have a test of their own. */
const apart = ["two-tenants", "governed-tenant"];
const isParticular = (name: string): boolean =>
  apart.includes(name) || particularCases.some(({ title }) => title === name);

const cases: readonly Case[] = [
  ...particularCases,
  ...names
    .filter((name) => isTypeScript(name) && !isParticular(name))
    .map((name) => ({ title: name, program: exampleOf(name) })),
];

/** What the build has checked the types of is not checked again in each process. */
const transpileOnly = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

/** One file with the certificates of several authorities. */
const writeBoth = (file: string, certificates: readonly string[]): void => {
  writeFileSync(file, certificates.map((each) => readFileSync(each, "utf8")).join("\n"));
};

/** The text of a state without what is inside Pulumi's wrappers of secrets; the CLI encrypts these. */
const withoutSecrets = (state: string): string =>
  state.replace(/\{"4dabf18193072939515e22adb298388d":"[^"]*","plaintext":"(?:[^"\\]|\\.)*"\}/g, "{}");

/** Methods of the requests so far, each once. */
const methodsIn = ({ requests }: Emulator): string[] => [...new Set(requests.map(({ method }) => method))];

/** An environment that has left its group has null there, as one that was in none may have. */
const withoutNulls = (values: object): unknown =>
  JSON.parse(JSON.stringify(values, (_name, value: unknown) => (value === null ? undefined : value)));

const said = ({ text, diagnostics }: OperationResult): string =>
  [text, ...diagnostics.map(({ message }) => message)].join("\n");

describe("examples", function () {
  this.timeout(120_000);

  for (const { title, program, hasProcesses, prepare, options, meddle, drift = "", outputs } of cases) {
    const drifts = meddle === undefined ? "" : ", shows and repairs drift";
    it(`${title}: is made, stays as it is${drifts}, and leaves the tenant as it was`, async () => {
      const emulator = await Emulator.start({ isv: true });
      prepare?.(emulator);
      const before = emulator.snapshot();
      const { env = emulator.env(), ...rest } = options?.(emulator) ?? {};
      const stack: DeployedExample = hasProcesses
        ? await Stack.create({ program, ...rest, env: { ...env, ...transpileOnly } })
        : await exampleInProcess(program, { ...rest, env });
      try {
        expect((await stack.preview()).changes).to.have.all.keys("create");
        expect(emulator.writes, "writes of the first preview").to.deep.equal([]);
        const up = await stack.up();
        outputs?.(up.outputs);
        const made = emulator.snapshot();
        emulator.clearRequests();
        await stack.up();
        expect(emulator.writes, "writes of the second up").to.deep.equal([]);
        expect(emulator.snapshot()).to.deep.equal(made);

        if (meddle !== undefined) {
          const named = meddle(emulator);
          emulator.clearRequests();
          const preview = await stack.preview();
          expect(said(preview)).to.include(named);
          expect(preview.diff).to.include(drift);
          expect(methodsIn(emulator), "methods of a preview").to.deep.equal(["GET"]);
          await stack.up();
          const repaired = emulator.snapshot();
          expect(JSON.stringify(repaired), "repaired").to.not.include(`"${named}"`);
          expect(repaired.roleAssignments).to.have.lengthOf(made.roleAssignments.length);
        }

        await stack.destroy();
        // The history of operations stays, and deleted environments can be recovered.
        const after = { ...emulator.snapshot(), operations: [], deletedEnvironments: [] };
        expect(withoutNulls(after)).to.deep.equal(before);
        expect(emulator.contractViolations).to.deep.equal([]);
      } finally {
        await emulator.close();
      }
    });
  }

  it("quickstart from the repository's root: is previewed with its types checked, as Pulumi does it", async () => {
    const emulator = await Emulator.start({ isv: true });
    const stack = await Stack.create({ program: root, env: emulator.env() });

    const { changes } = await stack.preview();

    expect(changes).to.have.all.keys("create");
    expect(emulator.writes).to.deep.equal([]);
    await emulator.close();
  });

  it("two-tenants: each group is in its own tenant, each with its own secret", async () => {
    const tenants = {
      contoso: await Emulator.start({ tenantId: "0c000000-0000-4000-8000-00000000000c" }),
      fabrikam: await Emulator.start({ tenantId: "0f000000-0000-4000-8000-00000000000f" }),
    };
    const both = Object.entries(tenants);
    const config = both.flatMap(([name, { tenantId, url, authorityUrl }]) => [
      [`${name}TenantId`, tenantId],
      [`${name}ClientId`, seeded.application.clientId],
      [`${name}Endpoint`, url],
      [`${name}AuthorityHost`, authorityUrl],
    ]);
    const secrets = both.map(([name]) => [`${name}ClientSecret`, seeded.application.clientSecret]);
    const certificates = both.map(([, emulator]) => emulator.env().NODE_EXTRA_CA_CERTS!);
    const bundle = join(certificates[0]!, "../both.pem");
    writeBoth(bundle, certificates);
    const stack = await exampleInProcess(exampleOf("two-tenants"), {
      config: Object.fromEntries(config) as Record<string, string>,
      secrets: Object.fromEntries(secrets) as Record<string, string>,
      env: { NODE_EXTRA_CA_CERTS: bundle },
    });

    const before = both.map(([, emulator]) => emulator.snapshot());
    await stack.preview();
    expect(both.flatMap(([, { requests }]) => requests)).to.deep.equal([]);
    const { outputs } = await stack.up();

    expect(outputs.tenantIds).to.deep.equal(both.map(([, { tenantId }]) => tenantId));
    for (const [name, { tenant }] of both) {
      const descriptions = tenant.environmentGroups.list().map(({ description }) => description);
      expect(descriptions).to.include(`Environments of ${name}'s sales department`);
    }
    const state = JSON.stringify(stack.exportState());
    expect(withoutSecrets(state)).to.not.include(seeded.application.clientSecret);
    for (const [, emulator] of both) emulator.clearRequests();
    await stack.up();
    expect(both.flatMap(([, { writes }]) => writes)).to.deep.equal([]);
    await stack.destroy();
    expect(both.map(([, emulator]) => emulator.snapshot())).to.deep.equal(before);
    expect(both.flatMap(([, { contractViolations }]) => contractViolations)).to.deep.equal([]);
    await Promise.all(both.map(([, emulator]) => emulator.close()));
  });
});

describe("coverage of the examples", () => {
  it("is complete: each is a whole Pulumi project with a README, and is deployed by a test", () => {
    const testsOfLanguages = readFileSync(join(root, "test/languages/cli.test.ts"), "utf8");
    for (const name of names) {
      const ofTypeScript = isTypeScript(name) ? ["tsconfig.json", "index.ts"] : [];
      for (const file of ["Pulumi.yaml", "package.json", "README.md", ...ofTypeScript]) {
        expect(existsSync(join(exampleOf(name), file)), `${name}/${file}`).to.equal(true);
      }
      if (!isTypeScript(name)) expect(testsOfLanguages, name).to.include(`LanguageProject("${name}")`);
    }
  });

  it("is complete: every kind of resource is in an example", () => {
    const programs = names
      .filter(isTypeScript)
      .map((name) => readFileSync(join(exampleOf(name), "index.ts"), "utf8"))
      .join("\n");
    for (const kind of kinds) expect(programs).to.include(`new ${kind}(`);
  });
});
