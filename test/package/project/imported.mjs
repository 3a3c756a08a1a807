// Named imports of every entry from an ES module.
import {
  BillingPolicy,
  builtInRoles,
  EnvironmentGroup,
  getRoleAssignments,
  getRoleDefinitions,
  IsvContract,
  Provider,
  RoleAssignment,
  scopes,
} from "pulumi-power-platform";
import { provider } from "pulumi-power-platform/dynamic";
import {
  EnvironmentGroup as PluginGroup,
  getEnvironmentsOutput,
  Provider as PluginProvider,
  scopes as pluginScopes,
  Status,
} from "pulumi-power-platform/plugin";
import { Emulator, Stack } from "pulumi-power-platform-testing";
import manifest from "pulumi-power-platform/package.json" with { type: "json" };

const named = {
  BillingPolicy,
  builtInRoles,
  EnvironmentGroup,
  getRoleAssignments,
  getRoleDefinitions,
  IsvContract,
  Provider,
  RoleAssignment,
  scopes,
  provider,
  Emulator,
  Stack,
};
process.stdout.write(
  JSON.stringify({
    ...Object.fromEntries(Object.entries(named).map(([name, value]) => [name, typeof value])),
    plugin: [PluginGroup, getEnvironmentsOutput, PluginProvider, pluginScopes, Status]
      .map((value) => typeof value)
      .join(),
    package: manifest.name,
  }),
);
