import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { tokensOf } from "../../../standIns/giveToken";
import type { TokenProgramOptions } from "../../../standIns/tokenProgram";
import type { StandInProgram } from "../../../standIns/standIn";
import { signIn } from "./signIn";

export interface DeveloperToolCase {
  /** As identities name it, such as `Azure CLI`. */
  readonly name: string;
  readonly start: (options: TokenProgramOptions) => Promise<StandInProgram>;
  /** The variable that asks for it. */
  readonly flag: string;
  /** What it says when nobody is signed in. */
  readonly notSignedIn: string;
  /** What our error tells to run then, with `<tenant id>` where none is set. */
  readonly login: string;
  /** Of a start that asks for a token. */
  readonly tokenCommand: RegExp;
}

/** What holds for every tool that a developer is signed in to. */
export function describeDeveloperTool(tool: DeveloperToolCase): void {
  describe(`signing in with the ${tool.name}`, () => {
    let emulator: Emulator;
    let program: StandInProgram;
    before(async () => {
      emulator = await Emulator.start();
      program = await tool.start({ token: tokensOf(emulator) });
    });
    after(async () => {
      await program.stop();
      await emulator.close();
    });
    const tokenStarts = () => program.starts().filter((command) => tool.tokenCommand.test(command));

    it("asks it once for a whole run, for the tenant that is set", async () => {
      const before = tokenStarts().length;
      const tenant = { POWER_PLATFORM_TENANT_ID: emulator.tenantId };
      const result = await signIn(emulator, { ...program.env, ...tenant, [tool.flag]: "true" });

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.claims).to.include({ oid: seeded.ownerId, idtyp: "user" });
      expect(result.identity).to.equal(
        `${tool.name} (${tool.flag} is true), tenant ${emulator.tenantId} from POWER_PLATFORM_TENANT_ID`,
      );
      const asked = tokenStarts().slice(before);
      expect(asked).to.have.length(1);
      expect(asked[0]).to.contain("https://api.powerplatform.com").and.contain(emulator.tenantId);
    });

    it("passes on that nobody is signed in, and how to", async () => {
      program.refusal = tool.notSignedIn;
      const env = { ...program.env, [tool.flag]: "true" };
      const result = await signIn(emulator, env).finally(() => (program.refusal = undefined));

      expect(result.kind).to.equal("AuthError");
      expect(result.error).to.contain(`${tool.name} (${tool.flag} is true)`).and.contain(`\n  Run \`${tool.login}\`.`);
    });

    it("says that it is not installed", async () => {
      const result = await signIn(emulator, { PATH: "/nowhere", [tool.flag]: "true" });

      expect(result.kind).to.equal("AuthError");
      expect(result.error).to.match(/could ?n.t be found|could not be found|not installed|ENOENT|Unable to execute/);
    });
  });
}
