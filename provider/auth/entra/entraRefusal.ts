/**
 * Refusals of Entra that mean the same, and what mends them. Texts may hold `{clientId}`, `{tenantId}` and `{scope}`.
 * What the codes mean: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export interface EntraRefusal {
  /** Numbers after AADSTS. */
  readonly codes: readonly number[];
  /** One sentence. */
  readonly cause: string;
  /** The command, the place in the portal or the setting that mends it. */
  readonly mend: string;
  /** The same for one credential kind, by the words that its `identity` starts with. */
  readonly mendByKind?: Readonly<Record<string, string>>;
}

/** The application behind the Power Platform API, in every cloud. */
export const apiApplicationId = "8578e004-a5c6-46e7-913e-12f58912df43";
