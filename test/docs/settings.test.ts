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

describe("documentation made from code", () => {
  it("has the settings and clouds of provider/auth in docs/authentication.md", async () => {
    expect(await complaints("settingsDoc.mjs")).to.equal("");
  });

  it("has the texts of refusals and the codes of Entra in docs/errors.md", async () => {
    expect(await complaints("errorsDoc.mjs")).to.equal("");
  });

  it("has the declared resources in docs/resources.md", async () => {
    expect(await complaints("resourcesDoc.mjs")).to.equal("");
  });
});
