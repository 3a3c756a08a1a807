/** Types of environments, as `EnvironmentSku` of the reference has them. */
export const environmentSkus = [
  "Production",
  "Sandbox",
  "Trial",
  "Developer",
  "Default",
  "Standard",
  "Premium",
  "Basic",
  "Support",
  "SubscriptionBasedTrial",
  "Teams",
  "Platform",
] as const;
