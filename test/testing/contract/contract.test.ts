import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { type Namespace, namespaces } from "../../../testing/emulator/contract";
import { contractOf } from "../../../testing/emulator/gateway";
import { findRoute, namespaceOf } from "../../../testing/emulator/route";

interface Operation {
  operationId: string;
  "x-permission"?: string | string[];
}
interface Permission {
  name: string;
  operations?: string[];
}

const folder = path.join(__dirname, "../../../../testing/contract");
const read = (file: string): unknown => parse(readFileSync(path.join(folder, file), "utf8"));
const files = Object.keys(namespaces) as Namespace[];
const routes = files.flatMap((file) =>
  Object.entries((read(`${file}.yaml`) as { paths: Record<string, Record<string, Operation>> }).paths).map(
    ([route, methods]) => ({ file, route, methods }),
  ),
);
const operations = routes.flatMap(({ methods }) =>
  Object.entries(methods)
    .filter(([name]) => name !== "parameters")
    .map(([, operation]) => operation),
);

describe("the contract", () => {
  it("is ten OpenAPI files and the permissions, which are data and not loaded as one", () => {
    const yaml = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

    expect(yaml).to.have.members([...files.map((file) => `${file}.yaml`), "permissions.yaml"]);
    expect(files).to.have.length(10);
    expect(read("permissions.yaml")).not.to.have.property("openapi");
  });

  it("has 195 operations, each with a name of its own", () => {
    const ids = operations.map(({ operationId }) => operationId);

    expect(ids).to.have.length(195);
    expect(new Set(ids)).to.have.property("size", 195);
  });

  it("is found by the first segment of every path", () => {
    for (const { file, route } of routes) expect(namespaceOf(route), route).to.equal(file);
  });

  for (const file of files) {
    it(`can be loaded and routed: ${file}`, async () => {
      const contract = await contractOf(file);

      for (const { method, path: route, operationId } of contract.operations)
        expect(findRoute(contract, method, route)?.operation.operationId).to.equal(operationId);
    });
  }

  it("names permissions that are in permissions.yaml, with exactly these operations", () => {
    const { permissions } = read("permissions.yaml") as { permissions: Permission[] };
    const named = operations.flatMap(({ operationId, "x-permission": permission = [] }) =>
      [permission].flat().map((name) => `${name} ${operationId}`),
    );
    const listed = permissions.flatMap(({ name, operations: ids = [] }) => ids.map((id) => `${name} ${id}`));

    expect(listed).to.have.members(named);
  });
});
