import path from "node:path";

import { expect } from "chai";
import ts from "typescript";

const root = path.resolve(__dirname, "../../..");
const zod = /\/node_modules\/zod\//;

/** A program of a user who checks every declaration file, with a compiler that has defaults of 2015. */
function checked(program: string): {
  readonly files: readonly string[];
  readonly problems: readonly string[];
} {
  const options: ts.CompilerOptions = {
    ...{ strict: true, skipLibCheck: false, esModuleInterop: false, noEmit: true, types: ["node"] },
    ...{ module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
    ...{ target: ts.ScriptTarget.ES2022, typeRoots: [path.join(root, "node_modules/@types")] },
  };
  const file = path.join(root, "program.ts");
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, program, ts.ScriptTarget.ES2022) : read(name, ...rest);
  const made = ts.createProgram([file], options, host);
  return {
    files: made.getSourceFiles().map(({ fileName }) => fileName),
    problems: ts
      .getPreEmitDiagnostics(made)
      .map(({ file: at, messageText }) => `${at?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`),
  };
}

describe("the declaration files of the package", function () {
  this.timeout(60_000);

  for (const entry of ["", "/plugin", "/dynamic"]) {
    it(`pulumi-power-platform${entry}: pass a strict compiler that looks into them, and do not need zod's`, () => {
      const { files, problems } = checked(`import * as sdk from "pulumi-power-platform${entry}"; export { sdk };`);

      expect(files.filter((file) => zod.test(file))).to.deep.equal([]);
      expect(problems).to.deep.equal([]);
    });
  }
});
