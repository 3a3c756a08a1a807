import { expect } from "chai";
import fc from "fast-check";
import { readServiceError } from "../../../provider/errors";

describe("readServiceError", () => {
  it("reads the flat shape down to the innermost code", () => {
    const body = {
      code: "ApiVersionInvalid",
      message: "API version x is not supported.",
      innererror: { code: "ApiVersionUnsupported", innererror: { code: "ApiVersionUnsupportedForResource" } },
    };

    expect(readServiceError(body)).to.deep.equal({
      codes: ["ApiVersionInvalid", "ApiVersionUnsupported", "ApiVersionUnsupportedForResource"],
      code: "ApiVersionUnsupportedForResource",
      message: "API version x is not supported.",
    });
  });

  it("reads the wrapped shape with its details", () => {
    const body = {
      error: {
        code: "InputValidationError",
        message: "The input is not valid.",
        details: [{ code: "NotManaged", message: "The environment is not managed." }],
      },
    };

    expect(readServiceError(body)).to.deep.equal({
      codes: ["InputValidationError", "NotManaged"],
      code: "NotManaged",
      message: "The input is not valid. The environment is not managed.",
    });
  });

  it("reads problem details and names the fields", () => {
    const body = {
      type: "https://tools.ietf.org/html/rfc9110#section-15.5.1",
      title: "One or more validation errors occurred.",
      status: 400,
      errors: { displayName: ["is required", "is too short"] },
    };

    expect(readServiceError(body)).to.deep.equal({
      codes: [],
      message: "One or more validation errors occurred. displayName: is required, is too short",
    });
  });

  it("prefers the detail of problem details to the title", () => {
    expect(readServiceError({ title: "Bad Request", detail: "The group has members." }).message).to.equal(
      "The group has members.",
    );
  });

  it("reads the lifecycle shape with its field errors", () => {
    const body = {
      errorDetail: {
        code: "ValidationFailed",
        fieldErrors: { domainName: { errorMessages: ["is taken"], suggestedValue: "contoso2" } },
      },
    };

    expect(readServiceError(body)).to.deep.equal({
      codes: ["ValidationFailed"],
      code: "ValidationFailed",
      message: "domainName: is taken",
    });
  });

  it("reads the settings shape", () => {
    const body = {
      errors: { code: "SettingLocked", message: "A rule locks it.", details: [{ code: "RuleOfGroup" }] },
      objectResult: null,
      responseMessage: null,
      nextLink: null,
    };

    expect(readServiceError(body)).to.deep.equal({
      codes: ["SettingLocked", "RuleOfGroup"],
      code: "RuleOfGroup",
      message: "A rule locks it.",
    });
  });

  it("reads a list of keys and messages", () => {
    const body = [
      { key: "limit", message: "must be positive" },
      { key: "resourceId", message: "is unknown" },
    ];

    expect(readServiceError(body)).to.deep.equal({
      codes: ["limit", "resourceId"],
      code: "limit",
      message: "must be positive; is unknown",
    });
  });

  it("says nothing of an empty body", () => {
    expect(readServiceError(undefined)).to.deep.equal({ codes: [] });
    expect(readServiceError("")).to.deep.equal({ codes: [] });
    expect(readServiceError({})).to.deep.equal({ codes: [] });
  });

  it("keeps a plain text", () => {
    expect(readServiceError("no permission\n").message).to.equal("no permission");
  });

  it("names a page of HTML by its title", () => {
    expect(readServiceError("<!DOCTYPE html><html><title>502 Bad Gateway</title>").message).to.equal(
      'a page of HTML titled "502 Bad Gateway"',
    );
    expect(readServiceError("<html></html>").message).to.equal("a page of HTML");
  });

  it("never throws, whatever JSON arrives", () => {
    const keys = fc.constantFrom(
      ...[
        "error",
        "errors",
        "errorDetail",
        "fieldErrors",
        "details",
        "innererror",
        "code",
        "message",
        "key",
        "__proto__",
      ],
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "medium" },
        fc.jsonValue(),
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(keys, tie("node"), { maxKeys: 5 }),
      ),
    }));

    fc.assert(
      fc.property(node, (body) => {
        const { codes, code, message } = readServiceError(JSON.parse(JSON.stringify(body)));

        expect(codes.every((item) => typeof item === "string")).to.equal(true);
        if (code !== undefined) expect(codes).to.include(code);
        expect((message ?? "").length).to.be.at.most(2_001);
      }),
      { numRuns: 500 },
    );
  });

  it("gives up on endless nesting", () => {
    let body: unknown = { code: "Innermost" };
    for (let depth = 0; depth < 5_000; depth++) body = { code: `Level${depth}`, innererror: body };

    expect(readServiceError(body).code).to.equal("Level4987");
  });

  it("makes one line of the service's words", () => {
    expect(readServiceError({ message: "one\r\n\ttwo\u2028three" }).message).to.equal("one two three");
  });

  for (const [words, kept] of [
    ["lacks [A.Read, B.ReadWrite, All.All.ReadWrite]", "lacks [A.Read, B.ReadWrite]"],
    ["lacks [All.All.ReadWrite, A.Read]", "lacks [A.Read]"],
    ["lacks permissions [All.All.ReadWrite]: ask for them", "lacks permissions: ask for them"],
    ["lacks 'A.Read' or 'all.all.readwrite'.", "lacks 'A.Read'."],
    ["lacks A.Read, B.Read, or All.All.ReadWrite", "lacks A.Read, B.Read"],
    ["lacks [] and (A.Read)", "lacks [] and (A.Read)"],
  ] as const) {
    it(`names no permission that nobody can grant: ${words}`, () => {
      const wire = {
        code: "Forbidden",
        innererror: { code: "InsufficientDelegatedPermissions", message: words },
      };

      expect(readServiceError(wire).message).to.equal(kept);
    });
  }
});
