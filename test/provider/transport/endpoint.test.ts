import { expect } from "chai";
import { BadResponseError, ConfigurationError, ValidationError } from "../../../provider/errors";
import { addressOf, parseEndpoint } from "../../../provider/transport/endpoint";

const endpoint = new URL("https://api.example.com");

describe("parseEndpoint", () => {
  for (const text of [
    "https://api.example.com",
    "http://localhost:8080",
    "http://127.8.9.1:1",
    "http://[::1]:1/base/",
  ]) {
    it(`takes ${text}`, () => {
      expect(parseEndpoint(text).href).to.equal(new URL(text).href);
    });
  }

  for (const text of [
    "http://api.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://0.0.0.0",
    "ftp://localhost",
    "api.example.com",
    "",
    "https://user:pass@api.example.com",
    "https://api.example.com/?a=b",
  ]) {
    it(`refuses "${text}"`, () => {
      expect(() => parseEndpoint(text)).to.throw(ConfigurationError);
    });
  }
});

describe("addressOf", () => {
  it("puts path and query below the endpoint", () => {
    const url = addressOf(new URL("http://localhost:1/base/"), "/a/b%2Fc", {
      "api-version": "1",
      $top: "5",
      q: "x y&z",
    });

    expect(url.href).to.equal("http://localhost:1/base/a/b%2Fc?api-version=1&$top=5&q=x%20y%26z");
  });

  it("adds to a query that the path has", () => {
    expect(addressOf(endpoint, "/a?x=1", { y: "2" }).href).to.equal("https://api.example.com/a?x=1&y=2");
  });

  for (const link of [
    "https://api.example.com/a?$skiptoken=a%2Fb",
    "https://API.example.com:443/a",
    "https://0123.tenant.api.example.com/a?x=1",
  ]) {
    it(`follows the link ${link}`, () => {
      expect(addressOf(endpoint, link).href).to.equal(new URL(link).href);
    });
  }

  for (const link of [
    "https://evil.example/a",
    "https://evilapi.example.com/a",
    "https://api.example.com.evil.example/a",
    "http://api.example.com/a",
    "http://x.api.example.com/a",
    "https://api.example.com:8443/a",
    "https://x.api.example.com:8443/a",
    "https://user@api.example.com/a",
    "https://api.example.com@evil.example/a",
    "https://",
  ]) {
    it(`does not follow the link ${link}`, () => {
      expect(() => addressOf(endpoint, link))
        .to.throw(BadResponseError)
        .and.include({ reason: "shape", outcome: "neverSent" });
    });
  }

  it("does not follow a link below a loopback name over plain http", () => {
    expect(() => addressOf(new URL("http://localhost:1"), "http://x.localhost:1/a")).to.throw(BadResponseError);
  });

  for (const path of ["a", "", "@evil.example/a", "/a/../b", "/a/%2e%2E", "/a/.", "/a#b", "/a b", ".evil.example/"]) {
    it(`refuses the path "${path}"`, () => {
      expect(() => addressOf(endpoint, path)).to.throw(ValidationError);
    });
  }

  for (const path of ["//evil.example/a", "/\\evil.example/a"]) {
    it(`stays at the endpoint for the path "${path}", or refuses it`, () => {
      let host = "refused";
      try {
        ({ host } = addressOf(endpoint, path));
      } catch {
        // refused
      }

      expect(host).to.be.oneOf(["refused", endpoint.host]);
    });
  }
});
