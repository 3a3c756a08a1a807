import { inspect } from "node:util";
// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import { entraRefusals } from "../../../../provider/auth";
import { asAuthError } from "../../../../provider/auth/identityError";
import { AuthError, told } from "../../../../provider/errors";
import { clientId, tenantA } from "../tokens";
import { correlationId, refusalOf, refusedSignIn } from "./refusedSignIn";

const filled = (text: string): string =>
  text
    .replaceAll("{clientId}", clientId)
    .replaceAll("{tenantId}", tenantA)
    .replaceAll("{scope}", "https://api.powerplatform.com/.default");

/** The codes that the issue names, which must not get lost. */
const named = [
  65001, 50105, 53003, 50076, 50079, 700016, 90002, 7000215, 7000222, 700027, 700213, 70021, 500011, 650052,
];

describe("refusals of Entra", () => {
  const rows = entraRefusals.flatMap((refusal) => refusal.codes.map((code) => ({ code, ...refusal })));

  it("have advice for each code once, and for those that people meet", () => {
    const codes = rows.map(({ code }) => code);

    expect(new Set(codes).size).to.equal(codes.length);
    expect(codes).to.include.members(named);
  });

  for (const { code, cause, mend } of rows) {
    it(`say what AADSTS${code} means and what mends it, through the identity library`, async () => {
      const error = await refusedSignIn(code, "As Entra words it, with client_secret=planted-secret-d.");

      expect(error)
        .to.be.instanceOf(AuthError)
        .and.include({ code: `AADSTS${code}`, outcome: "neverSent", correlationId });
      const [first, ...advice] = error.message.split("\n  ");
      expect(first).to.match(
        new RegExp(`^No token could be had with client secret from .*: AADSTS${code}: As Entra words it`),
      );
      expect(advice.join("\n")).to.include(cause).and.include(filled(mend));
      expect(error.message).to.match(new RegExp(`\\(code AADSTS${code}, correlation id ${correlationId}\\)$`));
      expect(error.message).to.not.match(/\{\w+\}|Trace ID/);
      expect(inspect(told(error), { depth: 10, showHidden: true }) + JSON.stringify(told(error))).not.to.contain(
        "planted-secret-d",
      );
    });
  }

  it("name the page that explains a code without advice", async () => {
    const { message } = await refusedSignIn(99999, "Something new.");

    expect(message).to.match(/AADSTS99999: Something new\.\n  There is no advice for this code here\./);
    expect(message).to.include("https://login.microsoftonline.com/error?code=99999");
  });

  const byKind = rows.flatMap(({ code, cause, mend, mendByKind = {} }) =>
    Object.entries(mendByKind).map(([kind, text]) => ({ code, cause, mend, kind, text })),
  );
  for (const { code, mend, kind, text } of byKind) {
    it(`mend AADSTS${code} with what suits ${kind} where that was the credential kind`, () => {
      const { error_description: words } = refusalOf(code, "Words.") as { error_description: string };
      const facts = { clientId, tenantId: tenantA };

      const { message } = asAuthError(`${kind} (a test)`, new Error(words), facts);

      expect(message).to.include(filled(text)).and.not.include(filled(mend));
    });
  }

  it("leave places to fill in where nothing is known", () => {
    const { message } = asAuthError("Azure CLI (a test)", new Error("AADSTS700082: The refresh token has expired."));

    expect(message).to.include("`az login --tenant <tenant id> --scope https://api.powerplatform.com/.default`");
  });
});
