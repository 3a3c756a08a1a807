import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";

import { builtInRoles, roleDefinitionIdOf } from "../../../provider/resources/builtInRoles";
import { definitionOf, kinds } from "../../../provider/resources";
import { declared } from "../declared";

interface Operation {
  readonly "x-permission"?: string;
}
interface Contract {
  readonly paths: Record<string, Record<string, Operation>>;
}

const root = join(__dirname, "../../../..");
const contract = (name: string): Contract =>
  parse(readFileSync(join(root, "contract", `${name}.yaml`), "utf8")) as Contract;
const paths = Object.assign(
  {},
  ...["authorization", "environmentmanagement", "licensing"].map((name) => contract(name).paths),
) as Contract["paths"];

describe("resources and the contract", () => {
  for (const kind of kinds) {
    const definition = definitionOf(kind);
    const { collection } = definition.address.of(declared[kind]);

    it(`${kind} lists and creates at a route of the contract, with its permissions`, () => {
      expect(paths[collection]?.get?.["x-permission"]).to.equal(definition.permissions.read);
      expect(paths[collection]?.post?.["x-permission"]).to.equal(definition.permissions.write);
    });

    it(`${kind} is ${definition.readBy === "id" ? "" : "not "}readable by id and ${definition.update ? "" : "not "}updatable`, () => {
      const item = Object.entries(paths).find(
        ([path]) => path.replace(/\{[^}]*\}$/, "") === `${collection}/`,
      )?.[1];
      expect(item).to.have.property("delete");
      expect("get" in (item ?? {})).to.equal(definition.readBy === "id");
      expect("put" in (item ?? {})).to.equal(definition.update !== undefined);
    });
  }
});

describe("built-in roles", () => {
  it("are found by name in any case, spaced or hyphenated, with or without Microsoft's prefix", () => {
    for (const name of ["Reader", "READER", "Power Platform reader", "power-platform Reader"]) {
      expect(roleDefinitionIdOf(name), name).to.equal(builtInRoles.reader);
    }
    for (const name of [
      "Power Platform role-based access control administrator",
      "Role Based Access Control Administrator",
      "roleBasedAccessControlAdministrator",
    ]) {
      expect(roleDefinitionIdOf(name), name).to.equal(builtInRoles.roleBasedAccessControlAdministrator);
    }
  });

  it("are not guessed", () => {
    expect(roleDefinitionIdOf("admin")).to.equal(undefined);
  });
});
