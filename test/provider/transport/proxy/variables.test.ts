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
    "other.test,*",
    "api.contoso.test:443",
    "contoso.test",
    "CONTOSO.test.",
    "contoso.test:443",
    "other.test;contoso.test",
    "other.test contoso.test",
    "*o.test",
  ]) {
    it(`is none for NO_PROXY=${except}`, () => {
      Object.assign(process.env, { HTTPS_PROXY: proxy, NO_PROXY: except });

      expect(environmentProxy(api)).to.equal("");
    });
  }

  for (const except of ["", ".", "ntoso.test", "a.api.contoso.test", "contoso.test:8443", "10.0.0.0/8"]) {
    it(`stays for NO_PROXY=${except}`, () => {
      Object.assign(process.env, { HTTPS_PROXY: proxy, no_proxy: except });

      expect(environmentProxy(api)).to.equal(proxy);
    });
  }

  it("is reached over http where its address has no scheme, as with curl and Go", () => {
    process.env.HTTPS_PROXY = "proxy.contoso.test:8080";

    expect(environmentProxy(api)).to.equal(proxy);
  });

  const addresses: readonly (readonly [url: string, except: string, isExempt: boolean])[] = [
    ["https://10.1.2.3/", "10.0.0.0/8", true],
    ["https://11.1.2.3/", "10.0.0.0/8", false],
    ["https://10.1.2.3/", "10.1.2.3", true],
    ["https://10.1.2.3/", "2.3", false],
    ["https://10.1.2.3/", "10.0.0.0/99", false],
    ["https://[fd00::1]/", "fd00::/8", true],
    ["https://[fd00::1]/", "[fd00::1]:443", true],
    ["https://[fd00::1]/", "[fd00::1]:8443", false],
    ["https://api.xn--bcher-kva.test/", "bücher.test", true],
  ];

  for (const [url, except, isExempt] of addresses) {
    it(`is ${isExempt ? "none" : "kept"} for ${url} with NO_PROXY=${except}`, () => {
      Object.assign(process.env, { HTTPS_PROXY: proxy, NO_PROXY: except });

      expect(environmentProxy(new URL(url))).to.equal(isExempt ? "" : proxy);
    });
  }
});
