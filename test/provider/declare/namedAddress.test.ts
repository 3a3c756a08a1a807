import { expect } from "chai";

import { ValidationError } from "../../../provider/errors";
import { environmentInId, namedAddress } from "../../../provider/declare/namedAddress";

describe("the address of what its inputs identify", () => {
  const names = { environmentId: environmentInId, resourceId: String };
  const address = namedAddress(names, ({ environmentId = "", resourceId = "" }) => ({
    collection: `/environments/${environmentId}/resources`,
    wireId: resourceId,
  }));
  const environmentId = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";

  it("has the inputs in their order, and gives them back", () => {
    const inputs = { environmentId: environmentId.toUpperCase(), resourceId: "agent" };

    const id = address.id(inputs, "");

    expect(id).to.equal(`${environmentId}/agent`);
    expect(address.parse(id)).to.deep.equal(address.of(inputs));
    expect(address.parse(id).named).to.deep.equal({ environmentId, resourceId: "agent" });
  });

  it("leaves slashes to the last input", () => {
    expect(address.parse("environment/a/b").named).to.deep.equal({ environmentId: "environment", resourceId: "a/b" });
  });

  it("says the form of an id that lacks an input", () => {
    for (const id of ["environment", "environment/", "/agent", "environment/ "]) {
      expect(() => address.parse(id)).to.throw(ValidationError, "write {environmentId}/{resourceId}");
    }
  });

  it("has the default environment as the service writes it", () => {
    expect(environmentInId(`DEFAULT-${environmentId.toUpperCase()}`)).to.equal(`Default-${environmentId}`);
  });
});
