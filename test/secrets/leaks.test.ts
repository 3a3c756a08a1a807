import { expect } from "chai";

import { everythingIn, leaksIn, outsideOfWrappers } from "./leaks";

const secret = 'pl/nted+secret="one"~ä';
const planted = { clientSecret: secret, other: "another-secret-altogether" };

describe("the search for secrets", () => {
  const spellings: Readonly<Record<string, (text: string) => string>> = {
    "as it is": (text) => text,
    "in a URL": (text) => encodeURIComponent(text),
    "in a form": (text) => new URLSearchParams({ client_secret: text }).toString(),
    "in JSON": (text) => JSON.stringify({ clientSecret: text }),
    "in JSON in JSON": (text) => JSON.stringify({ body: JSON.stringify({ clientSecret: text }) }),
    "in hexadecimal": (text) => Buffer.from(text).toString("hex"),
    "in base64": (text) => Buffer.from(text).toString("base64"),
    "in base64 with something before it": (text) => Buffer.from(`:${text}`).toString("base64"),
    "in base64 with more before and after it": (text) => Buffer.from(`id:${text}:x`).toString("base64"),
    "in base64 for URLs": (text) => Buffer.from(`u${text}`).toString("base64url"),
  };
  for (const [how, spell] of Object.entries(spellings)) {
    it(`finds a leak ${how}`, () => {
      expect(leaksIn(`before ${spell(secret)} after`, planted)).to.deep.equal(["clientSecret"]);
    });
  }

  it("finds nothing where nothing is", () => {
    expect(leaksIn("before [redacted] after", planted)).to.deep.equal([]);
  });

  const hidden = Object.defineProperty(new Error("failed"), "request", { value: { headers: [secret] } });
  const places: Readonly<Record<string, unknown>> = {
    message: new Error(`Bearer ${secret}`),
    "cause of a cause": new Error("a", { cause: new Error("b", { cause: new Error(secret) }) }),
    "property that is not enumerable": hidden,
    "property under a symbol": Object.assign(new Error("failed"), { [Symbol("response")]: { body: secret } }),
    "map, a set and a buffer": Object.assign(new Error("failed"), {
      headers: new Map([["authorization", new Set([Buffer.from(secret)])]]),
    }),
    "error of several": new AggregateError([new Error("a"), new Error(secret)]),
  };
  for (const [where, error] of Object.entries(places)) {
    it(`finds a leak in the ${where} of an error`, () => {
      expect(leaksIn(everythingIn(error), planted)).to.deep.equal(["clientSecret"]);
    });
  }

  it("looks at a state outside of the wrappers of secrets", () => {
    const wrapper = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: secret,
    };
    const kept = { resources: [{ inputs: { password: wrapper } }] };
    const leaked = { resources: [{ inputs: { password: wrapper }, outputs: { list: [secret] } }] };

    expect(leaksIn(JSON.stringify(kept), planted)).to.deep.equal(["clientSecret"]);
    expect(leaksIn(outsideOfWrappers(kept), planted)).to.deep.equal([]);
    expect(leaksIn(outsideOfWrappers(leaked), planted)).to.deep.equal(["clientSecret"]);
  });
});
