import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const root = join(__dirname, "../../..");

/** What the script has to say against the page as it is. */
async function complaints(script: string): Promise<string> {
  const command = [join(root, "scripts", script), "--check"];
  try {
    return (await promisify(execFile)(process.execPath, command, { cwd: root })).stderr;
  } catch (error) {
    return (error as { readonly stderr: string }).stderr;
  }
}

describe("what is made from code", () => {
  it("has the settings and clouds of provider/auth in docs/authentication.md", async () => {
    expect(await complaints("settingsDoc.mjs")).to.equal("");
  });

  it("has what is declared in sdk/, docs/resources.md and plugin/schema.json", async () => {
    expect(await complaints("generate.mjs")).to.equal("");
  });

  it("has the texts of refusals and the codes of Entra in docs/errors.md", async () => {
    expect(await complaints("errorsDoc.mjs")).to.equal("");
  });
});
