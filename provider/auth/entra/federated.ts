import type { EntraRefusal } from "./entraRefusal";

/** No federated credential fits; what was presented is told beside these words. */
export const mismatch: EntraRefusal = {
  codes: [700213, 700211, 700212, 70021, 7002138],
  cause: "No federated credential of the application matches the token that was presented.",
  mend: "Issuer, subject and audience have to match to the letter, upper and lower case included: `az ad app federated-credential list --id {clientId}` shows them.",
};

/** What can be wrong with the token of a federated identity, or with an assertion that a certificate signed. */
export const federatedRefusals: readonly EntraRefusal[] = [
  mismatch,
  {
    codes: [700222, 700226, 700229],
    cause: "A token of Entra itself is not accepted as the token of a federated identity here.",
    mend: "Present the token of the pipeline or cluster, or sign in as the application or managed identity directly.",
  },
  {
    codes: [700024],
    cause: "The assertion is not valid at this time: an old token, or a wrong clock.",
    mend: "Compare the times above with `date -u` on this machine. The token of a pipeline lives for minutes: get a new one right before.",
  },
  {
    codes: [50013, 500133],
    cause: "Entra could not validate the assertion: its signature, its issuer or its time.",
    mend: "The keys of the issuer have to be readable from the internet (`<issuer>/.well-known/openid-configuration`); check the clock of this machine too.",
  },
  {
    codes: [50027],
    cause: "The assertion is damaged or is no JSON Web Token.",
    mend: "The file or variable has to hold the token alone: whole, without quotes.",
  },
];
