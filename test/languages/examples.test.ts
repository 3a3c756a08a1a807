import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { blocksOf, described, languages } from "./exampleBlocks";
import { nameOf, pluginSchema } from "./pluginSchema";
import { callsOf, hasPython, pythonProblems } from "./pythonPrograms";
import { typeErrors } from "./typeErrors";
import { YamlProgram } from "./yamlProgram";

/** Names of everything that a generator makes a class, a function or an enum of. */
const generated = new Set(
  [pluginSchema.types, pluginSchema.resources, pluginSchema.functions].flatMap((part) => Object.keys(part)).map(nameOf),
);

/** What `power_platform.`, `powerplatform.` or `PowerPlatform.` stands in front of, as the schema names it. */
const namesAfter = (pattern: RegExp, code: string): string[] =>
  [...code.matchAll(pattern)].map(([, name = ""]) => name);

const uncapital = (name: string): string => name.replace(/^Get/, "get");

const isBalanced = (code: string): boolean =>
  ["()", "[]", "{}"].every(([open, close]) => code.split(open!).length === code.split(close!).length);

describe("examples in the plugin's schema", () => {
  it("are there for each resource and function, in each language", () => {
    for (const language of languages)
      expect(
        blocksOf(language).map(({ of }) => of),
        language,
      ).to.deep.equal(described);
  });

  it("stand between the marks by which a generator keeps only those of its language", () => {
    for (const { description } of Object.values({ ...pluginSchema.resources, ...pluginSchema.functions })) {
      const marked = /\{\{% examples %\}\}.*\{\{% example %\}\}(.*)\{\{% \/example %\}\}.*\{\{% \/examples %\}\}/s;
      const [all, inside = ""] = marked.exec(description) ?? [];

      expect(inside.match(/```\w+/g)).to.have.lengthOf(languages.length);
      expect(description.replace(all ?? "", "")).to.not.match(/```(?!sh|\n|$)/);
    }
  });

  it("are right in TypeScript", function () {
    this.timeout(240_000);
    const files = blocksOf("typescript").map(({ of, code }): [string, string] => [`${of}.ts`, code]);

    expect(typeErrors(Object.fromEntries(files))).to.deep.equal([]);
  });

  it("are right in YAML", () => {
    for (const { of, code } of blocksOf("yaml")) {
      const program = new YamlProgram(code);

      expect(program.problems(), of).to.deep.equal([]);
    }
  });

  if (hasPython)
    it("are right in Python", () => {
      const directory = mkdtempSync(join(tmpdir(), "python-examples-"));
      const files = blocksOf("python").map(({ of, code }) => {
        const file = join(directory, `${of}.py`);
        writeFileSync(file, code);
        return file;
      });

      for (const [file, calls] of callsOf(files)) {
        expect(calls, file).to.not.deep.equal([]);
        expect(pythonProblems(calls), file).to.deep.equal([]);
      }
      rmSync(directory, { recursive: true });
    });

  it("name in Go, C# and Java only what is generated", () => {
    const patterns = {
      go: /\bpowerplatform\.(?:New)?([A-Z]\w*?)(?:Args|Array)?(?=[({])/g,
      csharp: /\bnew PowerPlatform\.(?:Inputs\.)?(\w+?)(?:Args)?\b/g,
      java: /import com\.pulumi\.powerplatform\.(?:\w+\.)?(\w+?)(?:Args)?;/g,
    } as const;
    for (const language of ["go", "csharp", "java"] as const)
      for (const { of, code } of blocksOf(language)) {
        const names = namesAfter(patterns[language], code).filter((name) => name !== "PowerplatformFunctions");

        expect(isBalanced(code), `${language} of ${of}`).to.equal(true);
        expect(code.toLowerCase(), `${language} of ${of}`).to.include(of.toLowerCase());
        expect(names.filter((name) => !generated.has(name) && !generated.has(uncapital(name)))).to.deep.equal([]);
      }
  });
});
