import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";

import { expect } from "chai";

import { root, run } from "./installedPackage";

/** Each file of a tarball with its size. */
async function packed(folder: string): Promise<Map<string, number>> {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts", "--silent"];
  const [tarball] = Object.values(JSON.parse(await run("npm", args, folder)) as object) as [
    { files: { path: string; size: number }[] },
  ];
  return new Map(tarball.files.map((file) => [file.path, file.size]));
}

interface Expected {
  folder: string;
  /** Everything in the tarball is one of these. */
  allowed: RegExp;
  /** All of these are in the tarball. */
  needed: string[];
  maxBytes: number;
}

const tarballs: Record<string, Expected> = {
  "pulumi-power-platform": {
    folder: root,
    allowed:
      /^(dist\/(sdk|provider|cli)\/.*\.(js|d\.ts)|plugin\/(pulumi-resource-power-platform(\.cmd)?|PulumiPlugin\.yaml|package\.json|schema\.json)|docs\/.*|examples\/[\w-]+\/[\w.]+|package\.json|README\.md|LICENSE|(CHANGELOG|CONTRIBUTING|SECURITY)\.md)$/,
    needed: [
      ...["sdk", "sdk/plugin", "provider/dynamic", "cli"].map((folder) => `dist/${folder}/index.js`),
      ...["package.json", "schema.json", "PulumiPlugin.yaml"].map((name) => `plugin/${name}`),
      ...["", ".cmd"].map((ending) => `plugin/pulumi-resource-power-platform${ending}`),
      "dist/provider/plugin/main.js",
      "examples/quickstart/Pulumi.yaml",
      "LICENSE",
    ],
    maxBytes: 2_500_000,
  },
  "pulumi-power-platform-testing": {
    folder: path.join(root, "testing"),
    allowed:
      /^(dist\/(emulator|engine|cli)\/.*\.(js|d\.ts)|dist\/index\.(js|d\.ts)|contract\/[\w-]+\.(yaml|md)|package\.json|README\.md|LICENSE)$/,
    needed: [
      ...["emulator", "engine", "cli"].map((folder) => `dist/${folder}/index.js`),
      ...["authorization", "environmentmanagement", "licensing"].map((name) => `contract/${name}.yaml`),
      "dist/index.d.ts",
      "README.md",
      "LICENSE",
    ],
    maxBytes: 2_000_000,
  },
};

for (const [name, { folder, allowed, needed, maxBytes }] of Object.entries(tarballs)) {
  describe(`the tarball of ${name}`, function () {
    this.timeout(60_000);
    let files: Map<string, number>;

    before(async () => {
      files = await packed(folder);
    });

    it("holds what is needed at run time and what is read, and nothing else", () => {
      expect([...files.keys()].filter((file) => !allowed.test(file))).to.deep.equal([]);
      expect([...files.keys()]).to.include.members(needed);
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
        readFileSync(path.join(folder, file), "utf8").includes("//# sourceMappingURL="),
      );

      // `npm run coverage` compiles with maps; the next build leaves them out again.
      expect(process.env.NODE_V8_COVERAGE === undefined ? referring : []).to.deep.equal([]);
    });

    it("requires only packages that its package.json names", () => {
      const { dependencies, peerDependencies } = manifestOf(folder);
      const scripts = [...files.keys()].filter((file) => file.endsWith(".js"));
      const required = scripts.flatMap((file) =>
        [...readFileSync(path.join(folder, file), "utf8").matchAll(/(?:require|import)\("([@\w][^"]*)"\)/g)].map(
          ([, module = ""]) => /^(@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? "",
        ),
      );

      const named = [name, ...Object.keys({ ...dependencies, ...peerDependencies })];
      expect([...new Set(required)].filter((each) => !named.includes(each) && !isBuiltin(each))).to.deep.equal([]);
    });

    it("stays small", () => {
      const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);

      expect(bytes).to.be.below(maxBytes);
    });

    it("links to files and headings that it holds, or to whole addresses", () => {
      const pages = [...files.keys()].filter((file) => file.endsWith(".md"));
      const textOf = (page: string): string =>
        readFileSync(path.join(folder, page), "utf8").replace(/^```[^]*?^```/gm, "");
      const holds = (target: string): boolean =>
        files.has(target) || [...files.keys()].some((file) => file.startsWith(`${target}/`));
      const broken = pages.flatMap((page) =>
        [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
          .map(([, link = ""]) => link)
          .filter((link) => !link.startsWith("https://"))
          .filter((link) => {
            const [file = "", heading] = link.split("#");
            const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
            return !holds(target) || (heading !== undefined && !headingsOf(textOf(target)).includes(heading));
          })
          .map((link) => `${page}: ${link}`),
      );

      expect(broken).to.deep.equal([]);
    });

    it("says where it comes from and where to report a fault", () => {
      const { repository, homepage, bugs } = manifestOf(folder);

      expect(repository).to.include({ type: "git" });
      expect(homepage).to.match(/^https:\/\/.+#readme$/);
      expect(bugs?.url).to.match(/^https:\/\/.+\/issues$/);
    });
  });
}

/** The headings of a page as links name them. */
const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );

interface Manifest {
  version: string;
  dependencies: Record<string, string | undefined>;
  peerDependencies?: Record<string, string>;
  engines: { node: string };
  repository?: { type: string; url: string; directory?: string };
  homepage?: string;
  bugs?: { url: string };
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;

describe("package.json", () => {
  const pulumi = manifestOf(path.join(root, "node_modules/@pulumi/pulumi"));
  const [ours, testing] = [manifestOf(root), manifestOf(path.join(root, "testing"))];

  // Pulumi's clients refuse credentials that another copy of grpc-js made. Equal ranges are resolved to one copy.
  for (const name of ["@grpc/grpc-js", "google-protobuf"]) {
    it(`asks for the same ${name} as Pulumi`, () => {
      expect(ours.dependencies[name]).to.equal(pulumi.dependencies[name]);
      expect(testing.dependencies[name]).to.equal(pulumi.dependencies[name]);
    });
  }

  it("of both packages has the same version, the same Node and the same SDK of Pulumi", () => {
    const shared = ({ version, engines, peerDependencies }: Manifest): object => ({
      version,
      engines,
      peerDependencies,
    });

    expect(shared(testing)).to.deep.equal(shared(ours));
  });
});
