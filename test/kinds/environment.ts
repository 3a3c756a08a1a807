import type { Properties } from "../scenarios/driver";
import type { KindCase } from "./kindCase";

const linkedEnvironmentMetadata = { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: "contososales" };

const inputs: Properties = {
  displayName: "Sales",
  environmentSku: "Sandbox",
  location: "europe",
  databaseType: "CommonDataService",
  linkedEnvironmentMetadata,
  description: "Environment of sales",
  allowDelete: true,
};

export const environment: KindCase = {
  kind: "Environment",
  inputs,
  distinct: (number) => ({
    displayName: `Sales ${number}`,
    linkedEnvironmentMetadata: { ...linkedEnvironmentMetadata, domainName: `contososales${number}` },
  }),
  live: ({ tenant }) =>
    tenant.environments
      .list()
      // What the tenant has from the start.
      .filter(({ displayName }) => displayName?.startsWith("Contoso") !== true)
      .map(({ protectionLevel: _, ...entity }) => ({
        id: entity.id,
        // Who governs it is no part of it.
        entity: { ...entity, environmentSku: entity.type },
      })),
  plant: ({ tenant }) =>
    tenant.environments.add({
      displayName: "Sales",
      type: "Production",
      geo: "europe",
      domainName: linkedEnvironmentMetadata.domainName,
      dataverseId: "14141414-1414-4414-8414-141414141414",
    }).id,
  remove: ({ tenant }, id) => tenant.environments.remove(id),
  path: "/environmentmanagement/environments",
  createOperation: "createEnvironment",
  listOperation: "listEnvironments",
  deleteOperation: "deleteEnvironment",
  getOperation: "getEnvironment",
  change: {
    inputs: { environmentSku: "Production" },
    path: "environmentSku",
    updateOperation: "modifyEnvironmentSku",
    method: "POST",
    // Asked with ValidateOnly first.
    nth: 2,
  },
  isUnique: true,
  isAnsweredWithoutId: true,
  asksForEach: { create: ["listEnvironmentOperations", "getEnvironment"] },
  replacing: {},
  respelled: { environmentSku: "SANDBOX", location: "Europe", databaseType: "commondataservice" },
};
