// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import { presentedBy } from "../../../../provider/auth";
import { asAuthError } from "../../../../provider/auth/identityError";
import { clientId, jwt } from "../tokens";
import { refusedSignIn } from "./refusedSignIn";

const subject = "repo:contoso/tenant:ref:refs/heads/main";
const issuer = "https://token.actions.githubusercontent.com";
const audience = "api://AzureADTokenExchange";
const check = "Check your federated identity credential Subject, Audience and Issuer against the presented assertion.";

describe("a federated token that matches no credential", () => {
  it("is told with the subject that Entra repeats", async () => {
    const { message } = await refusedSignIn(
      700213,
      `No matching federated identity record found for presented assertion subject '${subject}'. ${check}`,
    );

    expect(message).to.include(`\n  Presented: subject ${subject}.\n`);
    expect(message).to.include(`az ad app federated-credential list --id ${clientId}`);
  });

  it("is told with all three parts, and the command that admits it", async () => {
    const { message } = await refusedSignIn(
      70021,
      `No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. Assertion Subject: '${subject}'. Assertion Audience: '${audience}'.`,
    );

    expect(message).to.include(`Presented: issuer ${issuer}, subject ${subject}, audience ${audience}.`);
    expect(message).to.include(
      `\`az ad app federated-credential create --id ${clientId} --parameters '{"name":"pulumi","issuer":"${issuer}","subject":"${subject}","audiences":["${audience}"]}'\``,
    );
  });

  for (const [code, part, value] of [
    [700211, "issuer", issuer],
    [700212, "audience", "api://other"],
    [7002138, "subject", subject.toUpperCase()],
  ] as const) {
    it(`is told with the ${part} of AADSTS${code}`, async () => {
      const { message } = await refusedSignIn(
        code,
        `No matching federated identity record found for presented assertion ${part} '${value}'.`,
      );

      expect(message).to.include(`\n  Presented: ${part} ${value}.\n`);
    });
  }

  it("is told from what the credential presented where Entra's words lack it", () => {
    const words = "AADSTS7002131: No matching federated identity record found for presented assertion.";
    const presented = { issuer, subject, audience };

    const { message } = asAuthError("federated token file", new Error(words), { presented });

    expect(message).to.include(`Presented: issuer ${issuer}, subject ${subject}, audience ${audience}.`);
  });

  it("has its parts read from the token, whose audience may be a list", () => {
    expect(presentedBy(jwt({ iss: issuer, sub: subject, aud: [audience, "other"] }))).to.deep.equal({
      issuer,
      subject,
      audience,
    });
    expect(presentedBy(jwt({ sub: subject }))).to.deep.equal({ subject });
    expect(presentedBy("opaque")).to.equal(undefined);
    expect(presentedBy(jwt({ sub: 7 }))).to.equal(undefined);
  });
});
