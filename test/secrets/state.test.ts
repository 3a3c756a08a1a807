import { join } from "node:path";
import { expect } from "chai";

import {
  DeploymentError,
  type Diagnostic,
  type OperationResult,
  Stack,
  type StackOptions,
} from "pulumi-power-platform-testing";
import { describeForms } from "../programs/forms";
import { fastProvider } from "../programs/programUnderTest";
import { EchoingTenant } from "./echoingTenant";
import { leaksIn, outsideOfWrappers } from "./leaks";

const root = join(__dirname, "../../..");

/**
 * Everything that an operation shows. Its steps hold opened secrets on purpose and are not shown; nor is what Pulumi's SDK
 * tells the engine at level debug, which has every answer in it that the program got.
 */
const shown = ({ text, rows, diff, diagnostics, progress }: OperationResult, error = ""): string =>
  [text, rows, diff, error, ...[...diagnostics, ...progress].filter(isShown).map(({ message }) => message)].join("\n");

const isShown = ({ severity }: Diagnostic): boolean => severity !== "debug";

describeForms("a stack in a tenant that gives away what it is sent", (form) => {
  const { EnvironmentGroup, Provider } = form.sdk;
  let tenant: EchoingTenant;
  before(async () => (tenant = await EchoingTenant.start()));
  after(() => tenant.close());
  beforeEach(() => {
    tenant.signIn = "grants";
    tenant.api = "answers";
  });

  const sales = (): unknown => new EnvironmentGroup("sales", { displayName: "Sales" });

  /** Every secret as an argument of an explicit provider. */
  const ofProvider = (): unknown => {
    const { planted } = tenant;
    const provider = new Provider("explicit", {
      clientSecret: planted["client secret"],
      clientCertificate: planted.certificate,
      clientCertificatePassword: planted["certificate password"],
      accessToken: planted["access token"],
    });
    return new EnvironmentGroup("theirs", { displayName: "Theirs" }, { provider });
  };

  /** Runs an up, well or ill; what was shown and what is in state. */
  async function up(program: () => unknown, options: Partial<StackOptions>) {
    const { env, ...rest } = options;
    const stack = await Stack.create({
      program,
      workDir: root,
      ...form.stack,
      env: { ...tenant.env, ...fastProvider, ...env },
      ...rest,
    });
    const outcome = await stack.up().then(
      (result) => ({ failed: false, shown: shown(result) }),
      (error: unknown) => {
        if (!(error instanceof DeploymentError)) throw error;
        return { failed: true, shown: shown(error.result, `${error.message}\n${error.stack ?? ""}`) };
      },
    );
    return { ...outcome, state: stack.exportState() };
  }

  const configured = (): Record<string, string> => ({
    "power-platform:clientSecret": tenant.planted["client secret"]!,
    "power-platform:clientCertificate": tenant.planted.certificate!,
    "power-platform:clientCertificatePassword": tenant.planted["certificate password"]!,
    "power-platform:accessToken": tenant.planted["access token"]!,
  });

  it("keeps nothing of the environment's credentials in state, not even as secrets", async () => {
    const env = tenant.credentialKinds["a client secret"]!;

    const { failed, shown: text, state } = await up(sales, { env });

    expect(failed).to.equal(false);
    expect(leaksIn(JSON.stringify(state), tenant.secrets)).to.deep.equal([]);
    expect(leaksIn(text, tenant.secrets)).to.deep.equal([]);
  });

  it("keeps secrets of stack configuration and of a provider's arguments in wrappers only, and shows none", async () => {
    const program = (): void => {
      sales();
      ofProvider();
    };

    const { failed, shown: text, state } = await up(program, { secrets: configured() });

    expect(failed).to.equal(false);
    expect(text).to.match(/GET \/environmentmanagement\/environmentGroups 200 in/);
    expect(leaksIn(JSON.stringify(state), tenant.secrets)).to.include.members(["client secret", "access token"]);
    expect(leaksIn(outsideOfWrappers(state), tenant.secrets)).to.deep.equal([]);
    expect(leaksIn(text, tenant.secrets)).to.deep.equal([]);
  });

  for (const behaviour of [401, 403, 500] as const) {
    it(`shows and keeps no secret when the API answers ${behaviour} with all that it was sent`, async () => {
      tenant.api = behaviour;

      const { failed, shown: text, state } = await up(sales, { secrets: configured() });

      expect(failed).to.equal(true);
      expect(leaksIn(outsideOfWrappers(state), tenant.secrets)).to.deep.equal([]);
      expect(leaksIn(text, tenant.secrets)).to.deep.equal([]);
    });
  }

  it("shows and keeps no secret when the sign-in fails with all that it was sent", async () => {
    tenant.signIn = "refuses";
    const { "power-platform:clientSecret": clientSecret = "" } = configured();

    const {
      failed,
      shown: text,
      state,
    } = await up(sales, {
      secrets: { "power-platform:clientSecret": clientSecret },
    });

    expect(failed).to.equal(true);
    expect(text).to.include("AADSTS7000215");
    expect(leaksIn(outsideOfWrappers(state), tenant.secrets)).to.deep.equal([]);
    expect(leaksIn(text, tenant.secrets)).to.deep.equal([]);
  });
});
