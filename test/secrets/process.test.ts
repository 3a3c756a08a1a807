import { expect } from "chai";

import { fastProvider } from "../programs/programUnderTest";
import type { ProviderDriver } from "../scenarios/driver";
import { startDynamicProcess } from "../scenarios/dynamicDriver";
import { drivePlugin } from "../scenarios/pluginDriver";
import { startPluginProcess } from "../scenarios/pluginProcess";
import { EchoingTenant } from "./echoingTenant";
import { leaksIn } from "./leaks";

/** Names of the credential kinds, in the order of the tenant's table. */
const credentialKinds = [
  "a client secret",
  "an access token",
  "a certificate in base64",
  "a certificate file",
  "a PFX file",
  "a federated token file",
  "a federated token",
  "a pipeline",
  "a user",
];

/** One that never gets as far as Entra. */
const refused = "a pipeline that refuses";

/** The process of one form. */
interface Provider {
  /** As a new run of the engine finds it. */
  run(): Promise<ProviderDriver>;
  close(): Promise<void>;
  /** Everything that it has written, and told the engine; complete when it has ended. */
  printed(): string;
}

const forms: Readonly<Record<string, (env: Record<string, string>) => Promise<Provider>>> = {
  "the dynamic provider's process": async (env) => {
    const process = await startDynamicProcess({ env });
    return { ...process, run: () => Promise.resolve(process.run()) };
  },
  "the plugin's process": async (env) => {
    const process = await startPluginProcess(env);
    const { client, engine, stdout, stderr } = process;
    return {
      run: () => drivePlugin(client, engine),
      close: () => process.close(),
      printed: () => [stdout(), stderr(), ...engine.said.map(({ message }) => message)].join("\n"),
    };
  },
};

for (const [form, start] of Object.entries(forms)) {
  describe(`${form} in a tenant that gives away what it is sent`, function () {
    this.timeout(120_000);
    let tenant: EchoingTenant;
    before(async () => (tenant = await EchoingTenant.start()));
    after(() => tenant.close());

    it("is asked with every credential kind", () => {
      expect(Object.keys(tenant.credentialKinds)).to.have.members([...credentialKinds, refused]);
    });

    for (const kind of [...credentialKinds, refused]) {
      describe(`with ${kind}`, () => {
        let running: Provider;
        /** What became of a create, by what happened to it. */
        const told: Record<string, string> = {};
        let printed: string;

        before(async () => {
          running = await start({ ...tenant.env, ...fastProvider, ...tenant.credentialKinds[kind] });
          tenant.signIn = "grants";
          for (const behaviour of ["answers", 401, 403, 500, "page", "breaks"] as const) {
            tenant.api = behaviour;
            told[behaviour] = await outcome();
          }
          tenant.api = "answers";
          tenant.signIn = "refuses";
          told["sign-in refused"] = await outcome();
          await running.close();
          printed = running.printed();
        });

        const outcome = async (): Promise<string> =>
          (await running.run()).create("EnvironmentGroup", { displayName: "Sales" }).then(
            ({ outputs }) => `made: ${JSON.stringify(outputs)}`,
            (error: unknown) => `failed: ${String(error)}`,
          );

        it("does what is asked, fails where it is refused", () => {
          if (kind === refused) {
            expect(told.answers).to.match(/^failed: .*the pipeline gave no token at ACTIONS_ID_TOKEN_REQUEST_URL/);
            return;
          }
          const { answers = "", ...others } = told;
          expect(answers).to.match(/^made: .*"displayName":"Sales"/);
          for (const [behaviour, text] of Object.entries(others)) {
            const isMade = behaviour === "sign-in refused" && kind === "an access token";
            expect(text, behaviour).to.match(isMade ? /^made: / : /^failed: /);
          }
        });

        it("tells no secret in an answer or an error", () => {
          for (const [behaviour, text] of Object.entries(told))
            expect(leaksIn(text, tenant.secrets), `${behaviour}: ${text}`).to.deep.equal([]);
        });

        it("prints no secret, although it logs every exchange", () => {
          if (kind !== refused) expect(printed).to.match(/GET \/environmentmanagement\/environmentGroups 200 in/);
          if (kind !== refused) expect(printed).to.match(/GET \/environmentmanagement\/environmentGroups 403 in/);
          expect(leaksIn(printed, tenant.secrets), printed).to.deep.equal([]);
        });
      });
    }
  });
}
