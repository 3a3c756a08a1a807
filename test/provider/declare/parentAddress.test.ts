import { expect } from "chai";

import { parentAddress } from "../../../provider/declare/parentAddress";
import { ValidationError } from "../../../provider/errors";

const address = parentAddress(
  {
    parent: "environmentId",
    inId: (id) => id.toLowerCase(),
    segment: "backups",
    what: "a backup",
    form: "{environmentId}/backups/{id}",
  },
  (environmentId) => ({ collection: `/environments/${environmentId}/backups` }),
);

describe("the address of objects that belong to a parent", () => {
  it("reads the place back that an id was made for, however it is spelled", () => {
    const id = address.id({ environmentId: "ABC" }, "42");

    expect(id).to.equal("abc/backups/42");
    expect(address.of({ environmentId: "ABC" })).to.deep.equal({ collection: "/environments/abc/backups" });
    expect(address.parse("Abc/Backups/42")).to.deep.equal({ collection: "/environments/abc/backups", wireId: "42" });
  });

  for (const id of ["42", "abc/42", "abc/ruleSets/42", "abc/backups/", "a/b/backups/42"]) {
    it(`refuses "${id}" with the form of an id`, () => {
      expect(() => address.parse(id)).to.throw(
        ValidationError,
        `"${id}" is not the id of a backup: write {environmentId}/backups/{id}`,
      );
    });
  }
});
