import { expect } from "chai";
import { Emulator } from "../../../../testing/emulator";
import { idToken } from "../../../standIns/idToken";
import { startTokenFile, type TokenFile } from "../../../standIns/tokenFile";
import { application, applicationClaims } from "./application";
import { signIn } from "./signIn";

const token = (sub: string): string =>
  idToken({ iss: "https://issuer.example.com", sub, aud: "api://AzureADTokenExchange" });

describe("signing in with a federated token file", () => {
  let emulator: Emulator;
  let file: TokenFile;
  before(async () => {
    emulator = await Emulator.start();
    file = startTokenFile(token("first"));
  });
  after(async () => {
    await file.stop();
    await emulator.close();
  });

  for (const name of ["AZURE_FEDERATED_TOKEN_FILE", "ARM_OIDC_TOKEN_FILE_PATH"]) {
    it(`presents the token in the file of ${name}`, async () => {
      const result = await signIn(emulator, { ...application, [name]: file.path });

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.claims).to.include(applicationClaims);
      expect(result.identity).to.match(new RegExp(`^federated token file from ${name}, `));
    });
  }

  it("says that there is no such file, or that it is empty", async () => {
    const env = { ...application, AZURE_FEDERATED_TOKEN_FILE: "/nowhere/token" };
    const empty = startTokenFile("");

    const [missing, blank] = await Promise.all([signIn(emulator, env), signIn(emulator, { ...env, ...empty.env })]);
    await empty.stop();

    expect(missing.error).to.contain(
      "The federated token file /nowhere/token from AZURE_FEDERATED_TOKEN_FILE could not be read (ENOENT).",
    );
    expect(blank.error).to.contain(`The federated token file ${empty.path} from AZURE_FEDERATED_TOKEN_FILE is empty.`);
  });
});
