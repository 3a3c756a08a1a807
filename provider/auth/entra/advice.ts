import { entraRefusals } from ".";
import type { EntraRefusal } from "./entraRefusal";
import { mismatch } from "./federated";
import { type PresentedAssertion, presentedIn } from "./presented";
import type { SignInFacts } from "./signInFacts";

/** What the Azure CLI says by itself. */
const azureCli: readonly (readonly [RegExp, string])[] = [
  [
    /Azure CLI could not be found/i,
    "Install it and run `az login --tenant {tenantId} --allow-no-subscriptions`, or configure another way of signing in.",
  ],
  [/\baz login\b/i, "Run `az login --tenant {tenantId} --allow-no-subscriptions`."],
];

/** What to do about words of Entra or the Azure CLI, a line each; `identity` tells the way of signing in. */
export function signInAdvice(
  code: string | undefined,
  words: string,
  identity: string,
  facts: SignInFacts,
): readonly string[] {
  return linesFor(code, words, identity, facts).map((line) => fill(line, facts));
}

function linesFor(
  code: string | undefined,
  words: string,
  identity: string,
  facts: SignInFacts,
): readonly string[] {
  if (/no matching federated identity record/i.test(words)) {
    return mismatchLines({ ...facts.presented, ...presentedIn(words) });
  }
  if (code === undefined)
    return azureCli
      .filter(([said]) => said.test(words))
      .map(([, line]) => line)
      .slice(0, 1);
  const number = code.replace(/^AADSTS/, "");
  const refusal = entraRefusals.find(({ codes }) => codes.includes(Number(number)));
  if (refusal !== undefined) return [refusal.cause, mendOf(refusal, identity)];
  return [
    `There is no advice for this code here. https://login.microsoftonline.com/error?code=${number} explains it.`,
  ];
}

function mendOf({ mend, mendByWay = {} }: EntraRefusal, identity: string): string {
  return Object.entries(mendByWay).find(([way]) => identity.startsWith(way))?.[1] ?? mend;
}

/** With what was presented, and the command that makes a credential which fits where all of it is known. */
function mismatchLines(presented: PresentedAssertion): readonly string[] {
  const { issuer, subject, audience } = presented;
  const said = Object.entries({ issuer, subject, audience }).flatMap(([part, value]) =>
    value === undefined ? [] : [`${part} ${value}`],
  );
  const credential = JSON.stringify({
    name: "pulumi",
    issuer: issuer ?? "<issuer>",
    subject: subject ?? "<subject>",
    audiences: [audience ?? "api://AzureADTokenExchange"],
  });
  return [
    mismatch.cause,
    ...(said.length === 0 ? [] : [`Presented: ${said.join(", ")}.`]),
    mismatch.mend,
    `To add one: \`az ad app federated-credential create --id {clientId} --parameters '${credential}'\`.`,
  ];
}

function fill(text: string, { clientId, tenantId, scope }: SignInFacts): string {
  return text
    .replaceAll("{clientId}", clientId ?? "<client id>")
    .replaceAll("{tenantId}", tenantId ?? "<tenant id>")
    .replaceAll("{scope}", scope ?? "https://api.powerplatform.com/.default");
}
