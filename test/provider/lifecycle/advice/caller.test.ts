import { expect } from "chai";
import type { TokenClaims } from "../../../../provider/auth";
import { callerLine, callerType } from "../../../../provider/lifecycle/advice/caller";

const line = (claims: TokenClaims | undefined, identity = "client secret from X"): string =>
  callerLine({ identity, endpoint: "https://e", scope: "s", caller: () => claims });

describe("callerLine", () => {
  it("says with what was signed in where the token says nothing", () => {
    expect(line(undefined)).to.equal("Signed in with client secret from X.");
    expect(line({ tid: "t" })).to.equal("Signed in with client secret from X.");
  });

  it("names the client application of a user, which decides on delegated permissions", () => {
    expect(line({ oid: "o", upn: "ada@contoso.example", appid: "c", idtyp: "user" }, "Azure CLI")).to.equal(
      "Signed in as user ada@contoso.example (object id o) through client application c, with Azure CLI.",
    );
  });

  it("does not repeat the application that the identity names", () => {
    const identity = "client secret from X, application a from Y";

    expect(line({ oid: "o", appid: "application a", idtyp: "app" }, identity)).to.equal(
      `Signed in as service principal o, with ${identity}.`,
    );
  });

  it("guesses no kind", () => {
    expect(line({ oid: "o" })).to.equal("Signed in as principal o, with client secret from X.");
  });
});

describe("callerType", () => {
  const rows: readonly (readonly [TokenClaims | undefined, string | undefined])[] = [
    [{ idtyp: "app" }, "ApplicationUser"],
    [{ idtyp: "user" }, "User"],
    [{ scp: "A.Read" }, "User"],
    [{ upn: "ada@contoso.example" }, "User"],
    [{ oid: "o" }, undefined],
    [undefined, undefined],
  ];
  for (const [claims, type] of rows) {
    it(`is ${String(type)} for ${JSON.stringify(claims)}`, () => {
      expect(callerType(claims)).to.equal(type);
    });
  }
});
