import { Environment } from "pulumi-power-platform";

const sandbox = new Environment("sales", {
  displayName: "Sales sandbox",
  environmentSku: "Sandbox",
  location: "europe",
  databaseType: "CommonDataService",
  linkedEnvironmentMetadata: {
    baseLanguageCode: 1033,
    currency: { code: "EUR" },
    domainName: "contososalessandbox",
  },
  description: "Where the sales department tries things",
  // `pulumi destroy` deletes it with everything in it.
  allowDelete: true,
  timeouts: { create: "1h" },
});

export const environmentId = sandbox.id;
export const url = sandbox.url;
