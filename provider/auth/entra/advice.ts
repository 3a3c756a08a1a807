import { entraRefusals } from ".";
import type { EntraRefusal } from "./entraRefusal";
import { mismatch } from "./federated";
import { type PresentedAssertion, presentedIn } from "./presented";
import type { SignInFacts } from "./signInFacts";

/** What is said without a code: by the library, by tools, by machines. The first that matches counts. */
const withoutCode: readonly (readonly [RegExp, string])[] = [
  [
    /Azure CLI could not be found/i,
    "Install it and run `az login --tenant {tenantId} --allow-no-subscriptions`, or configure another credential kind.",
  ],
  [/\baz login\b.*--scope\b/i, "Run `az login --tenant {tenantId} --scope {scope}`."],
  [/\baz login\b/i, "Run `az login --tenant {tenantId} --allow-no-subscriptions`."],
  [
    /Azure Developer CLI could not be found/i,
    "Install it and run `azd auth login --tenant-id {tenantId}`, or configure another credential kind.",
  ],
  [/\bazd auth login\b.*--scope\b/i, "Run `azd auth login --tenant-id {tenantId} --scope {scope}`."],
  [/\bazd auth login\b/i, "Run `azd auth login --tenant-id {tenantId}`."],
  [
    /Unable to execute PowerShell|module is not installed/i,
    "Install PowerShell and the module Az.Accounts and run `Connect-AzAccount -Tenant {tenantId}`, or configure another credential kind.",
  ],
  [/\bConnect-AzAccount\b/i, "Run `Connect-AzAccount -Tenant {tenantId}`."],
  [/authorization_declined/, "The sign-in was declined on the other device. Run it again."],
  [/expired_token|device_code_expired|user_timeout_reached/, "Nobody entered the code in time. Run it again."],
  [
    /IMDS endpoint, but it is not available|ManagedIdentityCredential: Network unreachable/i,
    "This machine has no managed identity: it is not in Azure, or none is assigned to it (Identity > System assigned, or User assigned).",
  ],
  [
    // The library does not pass on what the machine said.
    /ManagedIdentityCredential: Authentication failed/i,
    "The machine does not have that identity: assign it there, or check clientId (AZURE_CLIENT_ID counts too).",
  ],
];

/** What to do about words of Entra, the library or a tool, a line each; `identity` tells the credential kind. */
export function signInAdvice(
  code: string | undefined,
  words: string,
  identity: string,
  facts: SignInFacts,
): readonly string[] {
  return linesFor(code, words, identity, facts).map((line) => fill(line, facts));
}

function linesFor(code: string | undefined, words: string, identity: string, facts: SignInFacts): readonly string[] {
  if (/no matching federated identity record/i.test(words)) {
    return mismatchLines({ ...facts.presented, ...presentedIn(words) });
  }
  if (code === undefined)
    return withoutCode
      .filter(([said]) => said.test(words))
      .map(([, line]) => line)
      .slice(0, 1);
  const number = code.replace(/^AADSTS/, "");
  const refusal = entraRefusals.find(({ codes }) => codes.includes(Number(number)));
  if (refusal !== undefined) return [refusal.cause, mendOf(refusal, identity)];
  return [`There is no advice for this code here. https://login.microsoftonline.com/error?code=${number} explains it.`];
}

function mendOf({ mend, mendByKind = {} }: EntraRefusal, identity: string): string {
  return Object.entries(mendByKind).find(([kind]) => identity.startsWith(kind))?.[1] ?? mend;
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
