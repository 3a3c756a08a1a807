/** Audiences of tokens for the Power Platform API in the public and national clouds (microsoft/terraform-provider-power-platform: internal/constants). */
export const apiAudiences: readonly string[] = [
  "https://api.powerplatform.com",
  "https://api.gov.powerplatform.microsoft.us",
  "https://api.high.powerplatform.microsoft.us",
  "https://api.appsplatform.us",
  "https://api.powerplatform.partner.microsoftonline.cn",
  "https://api.powerplatform.eaglex.ic.gov",
  "https://api.powerplatform.microsoft.scloud",
];

/** The application behind the API; an audience too. */
export const apiApplicationId = "8578e004-a5c6-46e7-913e-12f58912df43";

/** Whether a token with this audience is for the API, or for the emulator's own address. */
export const isApiAudience = (audience: string, ownUrl: string): boolean =>
  [...apiAudiences, apiApplicationId, ownUrl].includes(audience.replace(/\/+$/, ""));
