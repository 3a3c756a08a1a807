/** Currencies that can be allocated to an environment (ExternalCurrencyType). */
export const currencies = [
  "AI",
  "AppPass",
  "AppPassForTeams",
  "Invoice",
  "MCSMessages",
  "MCSSessions",
  "PAHostedRPA",
  "PAUnattendedRPA",
  "PerFlowPlan",
  "PortalAddOns",
  "PortalLogins",
  "PortalViews",
  "PowerAutomatePerProcess",
  "PowerPagesAnonymous",
  "PowerPagesAuthenticated",
  "ProcessMiningDataStorage",
  "SCMessages",
  "VAConversations",
] as const;

/** The service's spelling of a currency, in any case; other entitlements are left as they are. */
export const currencyInId = (value: string): string =>
  currencies.find((currency) => currency.toLowerCase() === value.toLowerCase()) ?? value;
