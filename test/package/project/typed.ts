import * as pulumi from "@pulumi/pulumi";
import {
  BillingPolicy,
  type BillingPolicyArgs,
  builtInRoles,
  EnvironmentGroup,
  getRoleAssignmentsOutput,
  getRoleDefinitions,
  type IsvContractArgs,
  IsvContract,
  Provider,
  RoleAssignment,
  scopes,
} from "pulumi-power-platform";
import { provider } from "pulumi-power-platform/dynamic";
import * as plugin from "pulumi-power-platform/plugin";
import { DeploymentError, Emulator, type OperationResult, Stack } from "pulumi-power-platform-testing";

/** Everything that a program can say, for the compiler only. */
export function program(conditions: IsvContractArgs["conditions"]): pulumi.Output<string> {
  const options = {
    provider: new Provider("contoso", { tenantId: "t", clientSecret: pulumi.secret("s"), useCli: false }),
  };
  const group = new EnvironmentGroup(
    "group",
    { displayName: "Sales", description: pulumi.output("of sales") },
    options,
  );
  const policy: BillingPolicyArgs = {
    name: "payg",
    location: "europe",
    billingInstrument: { subscriptionId: "s", resourceGroup: "rg" },
  };
  const status: pulumi.Output<"Enabled" | "Disabled"> = new BillingPolicy("payg", policy).status;
  const assignment = new RoleAssignment("reader", {
    principalObjectId: "p",
    principalType: "Group",
    roleDefinitionId: builtInRoles.reader,
    scope: scopes.environmentGroup(group),
    adopt: true,
  });
  new IsvContract("isv", {
    name: "contosocontract1",
    geo: "europe",
    status: "Enabled",
    consumer: { tenantId: "t" },
    conditions,
    powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
    billingInstrument: { subscriptionId: "s", resourceGroup: "rg" },
  });
  // @ts-expect-error a misspelt argument is an error of the compiler
  new EnvironmentGroup("typo", { displayname: "Sales" });
  const listed = getRoleAssignmentsOutput({ scope: scopes.environment("e") });
  return pulumi.interpolate`${status} ${assignment.tenantId} ${listed.length} ${getRoleDefinitions().then(String)}`;
}

/** The same through the plugin. */
export function throughPlugin(args: IsvContractArgs): pulumi.Output<string | undefined> {
  const provider = new plugin.Provider("contoso", { tenantId: "t", auxiliaryTenantIds: ["u"] });
  const group = new plugin.EnvironmentGroup("group", { displayName: "Sales" }, { provider });
  new plugin.IsvContract("isv", args, { import: "id" });
  const policy: plugin.BillingPolicyArgs = {
    name: "payg",
    location: "europe",
    status: plugin.Status.Disabled,
    billingInstrument: { subscriptionId: "s", resourceGroup: "rg" },
  };
  new plugin.BillingPolicy("payg", policy);
  new plugin.RoleAssignment("reader", {
    principalObjectId: "p",
    principalType: plugin.PrincipalType.Group,
    roleDefinitionId: plugin.builtInRoles.reader,
    scope: plugin.scopes.environmentGroup(group),
  });
  // @ts-expect-error a scope is needed
  void plugin.getRoleAssignments();
  void plugin.getEnvironments().then(([first]) => first?.environmentGroupId);
  return plugin
    .getEnvironmentsOutput({ environmentGroupId: group.id }, { provider })
    .apply(([first]) => first?.displayName);
}

export async function test(): Promise<OperationResult> {
  const emulator = await Emulator.start({
    isv: true,
    seed: { environmentGroups: [{ displayName: "Sales" }] },
  });
  const stack = await Stack.create({ program: ".", env: emulator.env() });
  await provider("EnvironmentGroup").delete?.("id", {});
  return stack.up().catch((error: unknown) => {
    throw error instanceof DeploymentError ? new Error(error.result.text) : error;
  });
}
