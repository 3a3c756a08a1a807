import { readFileSync } from "node:fs";
import path from "node:path";

import { expect } from "chai";

import { root, run } from "./installedPackage";

/** Each file of the tarball with its size. */
async function packed(): Promise<Map<string, number>> {
  const listing = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--silent"], root);
  const [tarball] = JSON.parse(listing) as [{ files: { path: string; size: number }[] }];
  return new Map(tarball.files.map((file) => [file.path, file.size]));
}

describe("the tarball", function () {
  this.timeout(60_000);
  let files: Map<string, number>;

  before(async () => {
    files = await packed();
  });

  it("holds what is needed at run time and what is read, and nothing else", () => {
    const allowed =
      /^(dist\/(sdk|provider|testing|cli)\/.*\.(js|d\.ts)|testing\/contract\/[\w-]+\.(yaml|md)|plugin\/(pulumi-resource-power-platform(\.cmd)?|PulumiPlugin\.yaml|package\.json|schema\.json)|docs\/.*|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;

    expect([...files.keys()].filter((file) => !allowed.test(file))).to.deep.equal([]);
    expect([...files.keys()]).to.include.members([
      ...["sdk", "provider/dynamic", "testing", "cli"].map((folder) => `dist/${folder}/index.js`),
      ...["authorization", "environmentmanagement", "licensing"].map(
        (name) => `testing/contract/${name}.yaml`,
      ),
      ...["package.json", "schema.json", "PulumiPlugin.yaml"].map((name) => `plugin/${name}`),
      ...["", ".cmd"].map((ending) => `plugin/pulumi-resource-power-platform${ending}`),
      "dist/provider/plugin/main.js",
      "LICENSE",
    ]);
  });

  it("holds no file that Node would load in place of the plugin's folder", () => {
    expect([...files.keys()].filter((file) => /^plugin\.\w+$/.test(file))).to.deep.equal([]);
  });

  it("holds no test and no trace of one", () => {
    const tests = [...files.keys()].filter((file) => /(^|\/)test\/|\.test\.|fixture/.test(file));

    expect(tests).to.deep.equal([]);
  });

  it("refers to no source map", () => {
    const scripts = [...files.keys()].filter((file) => file.endsWith(".js"));
    const referring = scripts.filter((file) =>
      readFileSync(path.join(root, file), "utf8").includes("//# sourceMappingURL="),
    );

    // `npm run coverage` compiles with maps; the next build leaves them out again.
    expect(process.env.NODE_V8_COVERAGE === undefined ? referring : []).to.deep.equal([]);
  });

  it("stays below two megabytes", () => {
    const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);

    expect(bytes).to.be.below(2_000_000);
  });
});

describe("package.json", () => {
  const dependenciesOf = (file: string): Record<string, string | undefined> =>
    (JSON.parse(readFileSync(path.join(root, file), "utf8")) as { dependencies: Record<string, string> })
      .dependencies;

  // Pulumi's clients refuse credentials that another copy of grpc-js made. Equal ranges are resolved to one copy.
  for (const name of ["@grpc/grpc-js", "google-protobuf"]) {
    it(`asks for the same ${name} as Pulumi`, () => {
      const ours = dependenciesOf("package.json")[name];

      expect(ours).to.equal(dependenciesOf("node_modules/@pulumi/pulumi/package.json")[name]);
    });
  }
});
