import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";

describe("loading the modules", () => {
  for (const module of ["transport", "auth"]) {
    it(`loads neither axios nor @azure/identity with ${module}`, () => {
      const index = join(__dirname, "..", "..", "..", "provider", module, "index.js");
      const script = `require(${JSON.stringify(index)});
        const heavy = Object.keys(require.cache).filter((file) => /node_modules.(axios|@azure)/.test(file));
        console.log(JSON.stringify(heavy));`;

      expect(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim()).to.equal("[]");
    });
  }
});
