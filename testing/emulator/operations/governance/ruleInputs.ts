import { isSameId } from "../../tenant/entity";
import type { RuleSet } from "../../tenant/governanceTypes";

/** Inputs that are no text, by rule, as the contract describes them. */
const typedInputs: Readonly<Record<string, Readonly<Record<string, "Boolean" | "Integer">>>> = {
  AdvancedConnectorPoliciesOnly: { EnableAdvancedConnectorPoliciesOnly: "Boolean" },
  PowerAppsContentSecurityPolicy: {
    IsContentSecurityPolicyEnabled: "Boolean",
    IsContentSecurityPolicyEnabledForCanvas: "Boolean",
    IsContentSecurityPolicyEnabledForCodeApps: "Boolean",
    ContentSecurityPolicyOptions: "Integer",
  },
  BlockUnmanagedCustomization: { IsLockdownOfUnmanagedCustomizationEnabled: "Boolean" },
  CodeAppsFeature: { PowerApps_AllowCodeApps: "Boolean" },
  CostControlsDrawFromTenantCreditPool: { DrawFromTenantCreditPool: "Boolean" },
  ReleaseChannel: { ReleaseChannel: "Integer" },
  CopilotStudioCodeInterpreter: { CopilotStudio_CodeInterpreter: "Boolean" },
  CopilotComputerUse: { CopilotStudio_ComputerUseEnabled: "Boolean" },
  CopilotStudioExternalModels: { CopilotStudio_ExternalModels: "Boolean" },
  DynamicsProjectIntegration: { EnableProjectLink: "Boolean" },
};

const kindNames: Readonly<Record<string, string>> = { boolean: "Boolean", number: "Integer", string: "String" };

/** "Expected Boolean but got String", for an input of a known rule; undefined when all are fine. */
export function typeProblem({ id, inputs = {} }: RuleSet): string | undefined {
  const types = Object.entries(typedInputs).find(([rule]) => isSameId(rule, id))?.[1] ?? {};
  for (const [name, expected] of Object.entries(types)) {
    const value = inputs[name];
    const kind = kindNames[typeof value];
    if (value !== undefined && kind !== expected) return `${name}: Expected ${expected} but got ${kind ?? "Object"}`;
  }
  return undefined;
}

/** A value as the tenant host shows it: `"False"`, `"1"`; texts, lists and objects as they are. */
export function asText(value: unknown): unknown {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? String(value) : value;
}
