/** A few of the locations, currencies, languages and templates that the service offers: plausible, not complete. */

export interface Location {
  name: string;
  displayName: string;
  code: string;
  /** Currency shown as the tenant's default there. */
  currency: string;
  /** LCID shown as the tenant's default there. */
  language: number;
}

export const locations: readonly Location[] = [
  { name: "unitedstates", displayName: "United States", code: "NA", currency: "USD", language: 1033 },
  { name: "europe", displayName: "Europe", code: "EMEA", currency: "EUR", language: 1033 },
  { name: "asia", displayName: "Asia", code: "APAC", currency: "USD", language: 1033 },
  { name: "australia", displayName: "Australia", code: "OCE", currency: "AUD", language: 1033 },
  { name: "unitedkingdom", displayName: "United Kingdom", code: "GBR", currency: "GBP", language: 1033 },
  { name: "switzerland", displayName: "Switzerland", code: "CHE", currency: "CHF", language: 1031 },
];

/** Larger areas that a tenant in MacroRegion mode chooses from; their ids are not published. */
export const macroRegions = [
  {
    macroRegionId: "americas",
    displayName: "Americas",
    dataResidencyNote: "Data stays in the Americas.",
    location: "unitedstates",
  },
  { macroRegionId: "emea", displayName: "EMEA", dataResidencyNote: "Data stays in EMEA.", location: "europe" },
];

/** Geography of a new environment, in lower case; the first one where the request names none. */
export function geographyOf(wanted: { location?: string | null; macroRegion?: string | null }): string {
  const { location, macroRegion } = wanted;
  if (location) return location.toLowerCase();
  const region = macroRegions.find(({ macroRegionId }) => macroRegionId === macroRegion?.toLowerCase());
  return region?.location ?? locations[0]?.name ?? "";
}

export const currencies = [
  { code: "USD", symbol: "$" },
  { code: "EUR", symbol: "€" },
  { code: "GBP", symbol: "£" },
  { code: "CHF", symbol: "CHF" },
  { code: "AUD", symbol: "$" },
];

export const languages = [
  { localeId: 1033, localizedName: "English (United States)" },
  { localeId: 1031, localizedName: "German (Germany)" },
  { localeId: 1036, localizedName: "French (France)" },
];

const templateSkus = ["Production", "Sandbox", "Trial"];

export const templates = [
  ["D365_Sales", "Sales Enterprise"],
  ["D365_CustomerService", "Customer Service Enterprise"],
  ["D365_FieldService", "Field Service"],
].map(([name, displayName]) => ({
  name,
  displayName,
  isCustomerEngagement: true,
  isSupportedForResetOperation: true,
  availability: templateSkus.map((environmentSku) => ({
    environmentSku,
    isDisabled: false,
    disabledReason: null,
  })),
}));
