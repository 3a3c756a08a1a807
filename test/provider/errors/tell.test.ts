import { expect } from "chai";
import fc from "fast-check";

import {
  bytesOf,
  explain,
  ForbiddenError,
  maxTextBytes,
  registerSecret,
  tell,
  tellJson,
  tellLine,
} from "../../../provider/errors";

describe("tell", () => {
  it("takes secrets out of errors and texts", () => {
    registerSecret("planted-by-tell");

    expect(tell(new Error("a planted-by-tell b"))).to.equal("a [redacted] b");
    expect(tell("client_secret=planted-9")).to.equal("client_secret=[redacted]");
  });

  const rows: readonly (readonly [what: string, text: string, shown: string])[] = [
    ["colours of a terminal", "a\u001b[31mb\u009b31mc", "a\\u001b[31mb\\u009b31mc"],
    ["a carriage return, which starts a line anew", "good\rbad", "good\\rbad"],
    ["text that turns direction", "a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd"],
    ["characters without width", "a\u200bb\ufeffc", "a\\u200bb\\ufeffc"],
    ["line separators", "a\u2028b\u2029c\u0085d", "a\\u2028b\\u2029c\\u0085d"],
    ["half of a pair", "a\ud83db", "a\\ud83db"],
    ["a command of Azure Pipelines", "x ##vso[task.setvariable variable=a]b", "x # #vso[task.setvariable variable=a]b"],
    ["a command of Azure Pipelines in other letters", "##VsO[task.complete]", "# #VsO[task.complete]"],
    ["a format of Azure Pipelines", "##[error]no", "# #[error]no"],
    ["a message of TeamCity", "##teamcity[buildStop]", "# #teamcity[buildStop]"],
    ["a command of GitHub Actions", "::error file=a::no", ": :error file=a::no"],
    ["one in a later line, behind blanks", "fine\n \u00a0\t::Add-Mask::x", "fine\n \u00a0\\t::Add-Mask::x"],
    ["one behind blanks only", "fine\n \u00a0::ADD-MASK::x", "fine\n \u00a0: :ADD-MASK::x"],
  ];

  for (const [what, text, shown] of rows) {
    it(`neutralises ${what}`, () => {
      expect(tell(text)).to.equal(shown);
    });
  }

  it("leaves what is harmless as it is", () => {
    const text = 'Verträge 👩🏽‍🚀 שֵׁירוּת: "a::b" ## 3\n  ::1 is an address; see a#b [c]';

    expect(tell(text)).to.equal(text);
    expect(tell("one\r\ntwo")).to.equal("one\ntwo");
  });

  it("makes one line where one is asked for", () => {
    expect(tellLine("GET /x\n::error::no\r\n\u2028end")).to.equal("GET /x\\n::error::no\\r\\n\\u2028end");
    expect(tellLine("::error::no")).to.equal(": :error::no");
  });

  it("writes JSON that means what it meant, without secrets", () => {
    registerSecret("planted-in-json");
    const value = {
      name: "x\n##vso[task.complete]\u202e\u009b ##[error] ::error::",
      note: "a planted-in-json b",
    };

    const json = tellJson(value);

    expect(json).to.not.match(/##[a-z]*\[|[\u202e\u009b]/);
    expect(JSON.parse(json)).to.deep.equal({ ...value, note: "a [redacted] b" });
  });

  it("says the same of what it has said", () => {
    const pieces = fc.constantFrom("##", "vso[", "::", "error", "\n", "\r", " ", "\u001b", "\u202e", "ö", "😀");

    fc.assert(
      fc.property(
        fc.array(pieces).map((list) => list.join("")),
        (text) => {
          expect(tell(tell(text))).to.equal(tell(text));
          expect(tell(text)).to.not.match(/##[a-z]*\[|^[^\S\n]*::[a-z]|[\r\u001b\u202e]/im);
        },
      ),
    );
  });

  it("keeps a long text within 8 KB: what failed, the service's words, and at the end its code and ids", () => {
    const error = explain(
      new ForbiddenError("m", {
        status: 403,
        serviceMessage: "the caller may not use subscription 1111",
        code: "LinkedAuthorizationFailed",
        requestId: "7f3c",
        correlationId: "2d51",
      }),
      {
        resource: 'BillingPolicy "payg"',
        operation: "create",
        advice: Array.from({ length: 20 }, (_, number) => `${number} ${"x".repeat(1_000)}.`),
      },
    );

    const text = tell(error);

    expect(bytesOf(text)).to.be.at.most(maxTextBytes);
    expect(text)
      .to.match(/^BillingPolicy "payg": create failed, 403 Forbidden: the caller may not use subscription 1111\.\n/)
      .and.match(/\(code LinkedAuthorizationFailed, request id 7f3c, correlation id 2d51\)$/)
      .and.match(/… \(shortened from \d+ bytes\) …/);
  });

  it("keeps the ids behind words of the service that do not end", () => {
    const serviceMessage = "語".repeat(600_000);
    const error = new ForbiddenError(`POST /x answered 403 Forbidden: ${serviceMessage} (request id 7f3c)`);

    const text = tell(error);

    expect(bytesOf(text)).to.be.at.most(maxTextBytes);
    expect(text).to.match(/^POST \/x answered 403 Forbidden: 語+ … .* … 語* \(request id 7f3c\)$/);
  });

  it("cuts no character in half, and no secret", () => {
    registerSecret("planted-across-the-cut");
    const cut = (before: number): string => tell(`${"😀".repeat(before)}${"planted-across-the-cut ".repeat(600)}`);

    for (let before = 0; before < 8; before++) {
      expect(cut(before)).to.not.include("\ufffd").and.not.include("planted");
    }
  });
});
