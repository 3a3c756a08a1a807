import * as pulumi from "@pulumi/pulumi";
import { EnvironmentGroup, Provider } from "pulumi-power-platform";

/** Reads `<name>TenantId`, `<name>ClientId` and the secret `<name>ClientSecret` of the stack. */
function tenant(name: string): Provider {
  const config = new pulumi.Config();
  return new Provider(name, {
    tenantId: config.require(`${name}TenantId`),
    clientId: config.require(`${name}ClientId`),
    clientSecret: config.requireSecret(`${name}ClientSecret`),
    endpoint: config.get(`${name}Endpoint`), // only for another cloud's address, or an emulator
    authorityHost: config.get(`${name}AuthorityHost`),
  });
}

const groups = ["contoso", "fabrikam"].map((name) => {
  const args = { displayName: "Sales", description: `Environments of ${name}'s sales department` };
  return new EnvironmentGroup(`${name}-sales`, args, { provider: tenant(name) });
});

export const tenantIds = groups.map((group) => group.tenantId);
