import { expect } from "chai";
import { environmentProxy } from "../../../../provider/transport/proxy";

const api = new URL("https://api.contoso.test/a");
const proxy = "http://proxy.contoso.test:8080";
const variables = [
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
  "ALL_PROXY",
  "all_proxy",
  "NO_PROXY",
  "no_proxy",
];

describe("the proxy of the environment", () => {
  const original = { ...process.env };

  beforeEach(() => {
    for (const name of variables) Reflect.deleteProperty(process.env, name);
  });

  after(() => {
    for (const name of variables) Reflect.deleteProperty(process.env, name);
    for (const name of variables) {
      if (original[name] !== undefined) process.env[name] = original[name];
    }
  });

  for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]) {
    it(`is that of ${name}`, () => {
      process.env[name] = proxy;

      expect(environmentProxy(api)).to.equal(proxy);
    });
  }

  it("is none where only HTTP_PROXY is set, which is for plain http", () => {
    process.env.HTTP_PROXY = proxy;

    expect(environmentProxy(api)).to.equal("");
  });

  for (const except of [
    "api.contoso.test",
    ".contoso.test",
    "other.test, *.contoso.test",
    "*",
    "api.contoso.test:443",
  ]) {
    it(`is none for NO_PROXY=${except}`, () => {
      Object.assign(process.env, { HTTPS_PROXY: proxy, NO_PROXY: except });

      expect(environmentProxy(api)).to.equal("");
    });
  }

  for (const except of ["", "contoso.test", "api.contoso.test:8443"]) {
    it(`stays for NO_PROXY=${except}`, () => {
      Object.assign(process.env, { HTTPS_PROXY: proxy, no_proxy: except });

      expect(environmentProxy(api)).to.equal(proxy);
    });
  }
});
