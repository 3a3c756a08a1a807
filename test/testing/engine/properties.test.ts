import { expect } from "chai";
import { changesBetween } from "../../../testing/engine/properties/changes";
import { parsePath, pathContains, resetIgnored } from "../../../testing/engine/properties/path";
import { annotateSecrets, isSecret, reveal, secret } from "../../../testing/engine/properties/secrets";
import { fromStateForm, fromStruct, toStateForm, toStruct } from "../../../testing/engine/properties/wire";
import { unknown } from "../../../testing/engine";

const signature = "4dabf18193072939515e22adb298388d";

describe("engine: properties", () => {
  it("reads property paths", () => {
    expect(parsePath('tags["a.b"].rules[0].port')).to.deep.equal(["tags", "a.b", "rules", 0, "port"]);
    expect(parsePath("rules[*].port")).to.deep.equal(["rules", "*", "port"]);
    expect(pathContains(parsePath("rules[*]"), parsePath("rules[3].port"))).to.equal(true);
    expect(pathContains(parsePath("rules[1]"), parsePath("rules"))).to.equal(false);
    expect(() => parsePath("a[")).to.throw("is not a property path");
  });

  it("puts ignored properties back, also in lists and in secrets", () => {
    const old = { rules: [{ port: 1 }, { port: 2 }], kept: "old", hidden: secret({ a: 1, b: 1 }) };
    const now = {
      rules: [{ port: 8 }, { port: 9 }, { port: 10 }],
      added: true,
      hidden: secret({ a: 2, b: 2 }),
    };

    const reset = resetIgnored(now, old, ["rules[*].port", "kept", "added", "hidden.a"]);

    expect(reset).to.deep.equal({
      rules: [{ port: 1 }, { port: 2 }, { port: 10 }],
      kept: "old",
      hidden: secret({ a: 1, b: 2 }),
    });
  });

  it("finds differences as deep as they are, and hides what is Pulumi's own", () => {
    const changes = changesBetween(
      { __provider: "a", tags: { a: 1, "b.c": 2 }, list: [1, 2], token: secret("x") },
      { __provider: "b", tags: { a: 1, "b.c": 3 }, list: [1], token: secret("y") },
    );

    expect(changes.map(({ path }) => path)).to.deep.equal(["list[1]", 'tags["b.c"]', "token"]);
  });

  it("marks answers as secret after what was asked", () => {
    const marked = annotateSecrets(
      { a: "1", map: { x: "2", y: "3" }, list: ["4"] },
      { a: secret("1"), map: { x: secret("2"), y: "3" }, list: [secret("4")], gone: secret("5") },
    );

    expect(marked).to.deep.equal({ a: secret("1"), map: { x: secret("2"), y: "3" }, list: secret(["4"]) });
  });

  it("sends each receiver what it understands", () => {
    const reference = { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x", id: "x-1" };
    const properties = { token: secret("t"), later: unknown, other: reference };

    const sent = toStruct(properties, { secrets: false, resources: false, unknowns: false }).toJavaScript();

    expect(sent).to.deep.equal({ token: "t", other: "x-1" });
  });

  it("takes output values for what they hold", () => {
    const output = { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" };
    const message = toStruct(
      { known: { ...output, value: "v" }, hidden: { ...output, value: "s", secret: true }, later: output },
      { secrets: true, resources: true, unknowns: true },
    );

    expect(fromStruct(message)).to.deep.equal({ known: "v", hidden: secret("s"), later: unknown });
  });

  it("keeps secrets through a state file", () => {
    const value = { list: [secret({ deep: secret(1) })] };

    expect(fromStateForm(toStateForm(value))).to.deep.equal(value);
    expect(reveal(value)).to.deep.equal({ list: [{ deep: 1 }] });
    expect(isSecret(secret(secret("once")))).to.equal(true);
  });
});
