import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { parse } from "yaml";

const root = join(__dirname, "../../..");
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

interface Catalogue {
  readonly permissions: readonly {
    readonly name: string;
    readonly grants?: readonly { readonly id?: string }[];
  }[];
}

describe("the ids of permissions in the docs", () => {
  const { permissions } = parse(textOf("testing/contract/permissions.yaml")) as Catalogue;
  const ids = new Map(permissions.map(({ name, grants = [] }) => [name, grants.map(({ id }) => id)]));

  for (const [path, least] of [
    ["docs/authentication.md", 5],
    ["README.md", 1],
  ] as const) {
    it(`are those of the catalogue in ${path}`, () => {
      const pairs = [...textOf(path).matchAll(/`([A-Z]\w+(?:\.\w+)+)`[\s|(]+`([0-9a-f-]{36})`/g)];

      expect(pairs.length).to.be.at.least(least);
      for (const [, name = "", id] of pairs) expect(ids.get(name), name).to.include(id);
    });
  }

  it("are in the command that asks for them", () => {
    const command = /permission add .*/.exec(textOf("docs/authentication.md"))?.[0] ?? "";
    const asked = [...command.matchAll(/([0-9a-f-]{36})=Scope/g)].map(([, id]) => id);

    expect(asked).to.have.members([
      ...ids.get("Authorization.RoleAssignments.Write")!,
      ...ids.get("Authorization.RoleAssignments.Read")!,
    ]);
  });
});
