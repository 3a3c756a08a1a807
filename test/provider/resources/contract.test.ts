import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";

import type { ResourceDefinition } from "../../../provider/declare/define";
import { functions } from "../../../provider/functions";
import { builtInRoles, roleDefinitionIdOf, rolesWith } from "../../../provider/resources/authorization/builtInRoles";
import { definitionOf, kinds } from "../../../provider/resources";
import { roleDefinitions } from "../../../testing/emulator/operations/authorization/roleDefinitions";
import { covers } from "../../../testing/emulator/permissions";
import { declared } from "../../kinds";

interface Operation {
  readonly operationId?: string;
  readonly "x-permission"?: string;
  readonly "x-rbac-action"?: string;
}
interface Contract {
  readonly paths: Record<string, Record<string, Operation>>;
}

const root = join(__dirname, "../../../..");
const contract = (name: string): Contract =>
  parse(readFileSync(join(root, "testing/contract", `${name}.yaml`), "utf8")) as Contract;
const paths = Object.assign(
  {},
  ...["authorization", "environmentmanagement", "governance", "licensing"].map((name) => contract(name).paths),
) as Contract["paths"];

/** The route of one object of a collection. */
const itemOf = (collection: string, { itemPath }: ResourceDefinition): Record<string, Operation> => {
  const parent = itemPath === undefined ? collection : itemPath({ collection, wireId: "" }).replace(/\/$/, "");
  return Object.entries(paths).find(([path]) => path.replace(/\{[^}]*\}$/, "") === `${parent}/`)?.[1] ?? {};
};

describe("resources and the contract", () => {
  for (const kind of kinds) {
    const definition = definitionOf(kind);
    if (definition.shape !== "collection") continue;
    const environmentId = "{environmentId}";
    const collection = decodeURIComponent(definition.address.of({ ...declared[kind], environmentId }).collection);

    it(`${kind} lists and creates at a route of the contract, with its permissions`, () => {
      expect(paths[collection]?.get?.["x-permission"]).to.equal(definition.permissions.read);
      expect(paths[collection]?.post?.["x-permission"]).to.equal(definition.permissions.write);
    });

    it(`${kind} is ${definition.readBy === "listing" ? "not " : ""}readable by id and ${definition.update ? "" : "not "}updatable`, () => {
      const item = itemOf(collection, definition);
      expect(item).to.have.property("delete");
      expect("get" in item).to.equal(definition.readBy !== "listing");
      expect("put" in item).to.equal(definition.update !== undefined);
    });

    it(`${kind} reads, updates and deletes with the permissions that it names`, () => {
      const { read, write, deleteInRoles } = definition.permissions;
      const item = itemOf(collection, definition);

      expect(item.get?.["x-permission"] ?? read).to.equal(read);
      expect(item.put?.["x-permission"] ?? write).to.equal(write);
      expect(item.delete?.["x-permission"]).to.equal(write);
      // Actions of routes that have no permission are in the catalogue alone.
      if (write !== undefined) expect(item.delete?.["x-rbac-action"]).to.equal(deleteInRoles);
    });
  }
});

interface Catalogue {
  readonly permissions: readonly { readonly name: string; readonly operations?: readonly string[] }[];
  readonly rbac: {
    readonly roles: readonly { readonly id: string; readonly permissions: readonly string[] }[];
    readonly actions: readonly { readonly name: string; readonly operations?: readonly string[] }[];
  };
}
const catalogue = parse(readFileSync(join(root, "testing/contract/permissions.yaml"), "utf8")) as Catalogue;

describe("declared permissions and the catalogue of permissions", () => {
  const known = new Map(catalogue.permissions.map((permission) => [permission.name, permission]));

  for (const kind of kinds) {
    it(`${kind} names permissions of the catalogue, and an action of roles where it names one`, () => {
      const { read, write, writeInRoles, deleteInRoles } = definitionOf(kind).permissions;
      const actions = catalogue.rbac.actions.map(({ name }) => name);

      for (const name of [read, write]) {
        if (name !== undefined) expect(known.get(name)?.operations, name).to.not.be.empty;
      }
      for (const name of [writeInRoles, deleteInRoles]) if (name !== undefined) expect(actions).to.include(name);
    });
  }

  for (const { name, permission, permissionInRoles } of functions) {
    it(`${name} names a permission of the catalogue, where one is published`, () => {
      const actions = catalogue.rbac.actions.map((action) => action.name);

      if (permission !== undefined) expect(known.get(permission)?.operations).to.not.be.empty;
      if (permissionInRoles !== undefined) expect(actions).to.include(permissionInRoles);
    });
  }

  it("have the roles that are built in, by id", () => {
    expect(catalogue.rbac.roles.map(({ id }) => id)).to.have.members(Object.values(builtInRoles));
  });
});

describe("functions and the contract", () => {
  for (const called of functions) {
    it(`${called.name} asks at a route of the contract, with its permission`, () => {
      const names = called.args.map(({ name }) => name);
      const args = { ...Object.fromEntries(names.map((name) => [name, `{${name}}`])), scope: "tenant" };
      const asked = decodeURIComponent(called.path(args)).toLowerCase();
      const [path, route] = Object.entries(paths).find(([each]) => each.toLowerCase() === asked)!;
      const { operationId = "", ...published } = route.get!;
      const action = catalogue.rbac.actions.find(({ operations }) => operations?.includes(operationId) === true);

      expect(published["x-permission"]).to.equal(called.permission);
      if (called.permission === undefined) expect(action?.name).to.equal(called.permissionInRoles);
      const [scope = ""] = /\/environment(?:s|Groups)\/\{\w+\}/.exec(path) ?? [];
      expect(called.scope(args).toLowerCase()).to.equal(scope.toLowerCase());
    });
  }
});

describe("built-in roles", () => {
  it("hold the permissions of the contract as the service lists it", () => {
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    const permissions = new Set(
      operations.flatMap((operation) => [operation["x-permission"], operation["x-rbac-action"]]),
    );
    permissions.delete(undefined);

    expect(permissions.size).to.be.greaterThan(10);
    for (const permission of permissions) {
      const holders = roleDefinitions.filter((role) => covers(role, permission ?? ""));
      const ids = rolesWith([permission ?? ""]).map((role) => builtInRoles[role] as string);
      expect(ids, permission).to.have.members(holders.map((role) => role.roleDefinitionId));
    }
  });

  it("are told apart by managing assignments, the one that permits least first", () => {
    expect(rolesWith(["A.B.Read"])).to.deep.equal([
      "reader",
      "roleBasedAccessControlAdministrator",
      "contributor",
      "owner",
    ]);
    expect(rolesWith(["A.B.Read", "A.B.ReadWrite"])).to.deep.equal(["contributor", "owner"]);
    for (const name of ["Authorization.RoleAssignments.Write", "Authorization.RoleAssignments.Delete"]) {
      expect(rolesWith([name])).to.deep.equal(["roleBasedAccessControlAdministrator", "owner"]);
    }
  });

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
