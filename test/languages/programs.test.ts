import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";

import { root } from "./languageProject";
import { callsOf, hasPython, pythonProblems } from "./pythonPrograms";
import { YamlProgram } from "./yamlProgram";

const fileOf = (example: string, file: string): string => join(root, "examples", example, file);
const textOf = (example: string, file: string): string => readFileSync(fileOf(example, file), "utf8");

/** Kinds that the quickstart in TypeScript makes, in the order of its text. */
const quickstartKinds = [...textOf("quickstart", "index.ts").matchAll(/new (?!pulumi\.)(\w+)\("/g)].map(
  ([, kind]) => kind,
);

interface ProjectFile {
  readonly plugins?: { readonly providers: readonly { readonly name: string; readonly path: string }[] };
  readonly packages?: Readonly<Record<string, string>>;
}

describe("examples in other languages", () => {
  it("yaml-quickstart fits the schema and makes what the quickstart makes", () => {
    const program = new YamlProgram(textOf("yaml-quickstart", "Pulumi.yaml"));

    expect(program.problems()).to.deep.equal([]);
    expect(program.types).to.deep.equal(quickstartKinds.map((kind) => `power-platform:${kind}`));
  });

  if (hasPython)
    it("python-quickstart fits the schema and makes what the quickstart makes", () => {
      const [[, calls]] = [...callsOf([fileOf("python-quickstart", "__main__.py")])] as [[string, never[]]];
      const made = calls.map(({ name }) => name).filter((name) => !/^get_/.test(name));

      expect(pythonProblems(calls)).to.deep.equal([]);
      expect(made).to.deep.equal(quickstartKinds);
    });

  it("find the plugin in the package", () => {
    for (const example of ["yaml-quickstart", "python-quickstart"]) {
      const { plugins, packages } = parse(textOf(example, "Pulumi.yaml")) as ProjectFile;
      const path = plugins?.providers[0]?.path ?? packages?.["power-platform"] ?? "nowhere";
      const inPackage = path.replace(/^(\.\/)?node_modules\/pulumi-power-platform\//, "");

      expect(existsSync(join(root, inPackage, "PulumiPlugin.yaml")), example).to.equal(true);
    }
  });
});

describe("the check of programs against the schema", () => {
  const yaml = (properties: object): string[] =>
    new YamlProgram(
      JSON.stringify({ resources: { group: { type: "power-platform:EnvironmentGroup", properties } } }),
    ).problems();

  it("finds what is missing, unknown, of another type or nowhere", () => {
    expect(yaml({ displayName: "Sales" })).to.deep.equal([]);
    expect(yaml({ name: "Sales" })).to.deep.equal([
      "power-platform:EnvironmentGroup.displayName is missing",
      "power-platform:EnvironmentGroup.name is unknown",
    ]);
    expect(yaml({ displayName: 1 })).to.deep.equal(["power-platform:EnvironmentGroup.displayName is no string"]);
    expect(yaml({ displayName: "${sales.id}" })).to.deep.equal(["${sales} is nowhere"]);
  });

  it("finds a wrong argument and a wrong member of an enum in Python", () => {
    const args = { display_nam: "Sales" };
    const assignment = {
      principal_object_id: "a",
      principal_type: { enum: ["PrincipalType", "ROBOT"] },
      role_definition_id: "reader",
      scope: "tenant",
    };

    expect(pythonProblems([{ name: "EnvironmentGroup", args }])).to.deep.equal([
      "power-platform:EnvironmentGroup.displayName is missing",
      "power-platform:EnvironmentGroup.displayNam is unknown",
    ]);
    expect(pythonProblems([{ name: "RoleAssignment", args: assignment }])).to.deep.equal([
      "power-platform:RoleAssignment.principalType is none of User, Group, ApplicationUser",
    ]);
    expect(pythonProblems([{ name: "Teapot", args }])).to.deep.equal(["power-platform:Teapot is not in the schema"]);
  });
});
