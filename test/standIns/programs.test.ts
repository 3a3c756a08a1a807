import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  AzureCliCredential,
  AzureDeveloperCliCredential,
  AzurePowerShellCredential,
  type TokenCredential,
} from "@azure/identity";
import { expect } from "chai";
import { Emulator, seeded } from "../../testing/emulator";
import { failure } from "../provider/transport/failure";
import { azRefusals, startAz } from "./az";
import { azdRefusals, startAzd } from "./azd";
import { tokensOf } from "./giveToken";
import { pwshRefusals, startPwsh } from "./pwsh";
import { setEnv } from "./setEnv";
import type { StandInProgram } from "./standIn";
import type { TokenProgramOptions } from "./tokenProgram";

const run = promisify(execFile);
const scope = "https://api.powerplatform.com/.default";
const tenantId = "00000000-0000-4000-8000-000000000001";

interface Case {
  readonly name: string;
  readonly start: (options: TokenProgramOptions) => Promise<StandInProgram>;
  readonly credential: () => TokenCredential;
  /** What the library starts it with for a token. */
  readonly commandLine: RegExp;
  readonly startsForOneToken: number;
  /** Refusals, and what the library makes of each. */
  readonly refusals: readonly (readonly [string, RegExp])[];
}

const cases: readonly Case[] = [
  {
    name: "az",
    start: startAz,
    credential: () => new AzureCliCredential({ tenantId }),
    commandLine:
      /^account get-access-token --output json --resource https:\/\/api\.powerplatform\.com --tenant 0{8}-0000-4000-8000-0{11}1$/,
    startsForOneToken: 1,
    refusals: [
      [azRefusals.notSignedIn, /Please run 'az login' from a command prompt/],
      [azRefusals.refreshTokenExpired, /AADSTS700082/],
      [azRefusals.notConsented, /AADSTS65001/],
    ],
  },
  {
    name: "azd",
    start: startAzd,
    credential: () => new AzureDeveloperCliCredential({ tenantId }),
    commandLine: /^auth token --output json --no-prompt --scope https:\S+\/\.default --tenant-id 0\S+1$/,
    startsForOneToken: 1,
    refusals: [
      [azdRefusals.notSignedIn, /Please run 'azd auth login'/],
      [azdRefusals.reauthentication, /azd auth login --scope https:/],
      [azdRefusals.refreshTokenExpired, /AADSTS70043/],
    ],
  },
  {
    name: "pwsh",
    start: startPwsh,
    credential: () => new AzurePowerShellCredential({ tenantId }),
    commandLine: /^-NoProfile -NonInteractive -Command [\s\S]*Get-AzAccessToken/,
    startsForOneToken: 2,
    refusals: [
      [pwshRefusals.notSignedIn, /Please run 'Connect-AzAccount'/],
      [pwshRefusals.notInstalled, /Install-Module -Name Az/],
    ],
  },
];

describe("the programs that stand in for those on PATH", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(() => emulator.close());

  for (const { name, start, credential, commandLine, startsForOneToken, refusals } of cases) {
    describe(name, () => {
      let program: StandInProgram;
      let restore: () => void;

      beforeEach(async () => {
        program = await start({ token: tokensOf(emulator, seeded.application.id) });
        restore = setEnv(program.env);
      });

      afterEach(async () => {
        restore();
        await program.stop();
      });

      it("gives the library a token that the tenant takes, and counts its starts", async () => {
        const token = await credential().getToken(scope);

        const answer = await fetch(`${emulator.url}/authorization/roleAssignments?api-version=2024-10-01`, {
          headers: { authorization: `Bearer ${token?.token ?? ""}` },
        });

        expect(answer.status).to.equal(200);
        expect(token?.expiresOnTimestamp).to.be.greaterThan(Date.now());
        expect(program.starts()).to.have.length(startsForOneToken);
        expect(program.starts().at(-1)).to.match(commandLine);
      });

      for (const [refusal, words] of refusals) {
        it(`fails as the library knows it: ${refusal.slice(0, 60)}…`, async () => {
          program.refusal = refusal;

          const error = await failure(credential().getToken(scope));

          expect(error.message).to.match(words);
        });
      }
    });
  }

  it("stand on one PATH together, with nothing else on it", async () => {
    const az = await startAz({ token: "from-az", path: "" });
    const azd = await startAzd({ token: "from-azd", path: az.env.PATH ?? "" });
    const restore = setEnv(azd.env);

    const tokens = [
      (await new AzureCliCredential().getToken(scope)).token,
      (await new AzureDeveloperCliCredential().getToken(scope)).token,
    ];
    restore();
    await Promise.all([az.stop(), azd.stop()]);

    expect(tokens).to.deep.equal(["from-az", "from-azd"]);
  });

  it("refuse a command line that the real program would not take", async () => {
    const az = await startAz({ token: "never" });
    const restore = setEnv(az.env);

    const error = await failure(run("az", ["account", "show"]));
    restore();
    await az.stop();

    expect(error).to.include({ code: 2, stderr: "ERROR: unrecognized arguments: account show\n" });
    expect(az.starts()).to.deep.equal(["account show"]);
  });
});
