import { isValues, type Values } from "../../declare/plainValues";

type InputType = "boolean" | "integer" | "text" | "connectors";

/**
 * The inputs of rules that the contract knows. Connectors: the Microsoft guide on advanced connector policies (October 2026); the
 * others: Microsoft's Terraform provider, and one tenant in September 2026.
 */
export const ruleInputs: Readonly<Record<string, Readonly<Record<string, InputType>>>> = {
  ConnectorManagement: { AllowedConnectorList: "connectors" },
  AdvancedConnectorPoliciesOnly: { EnableAdvancedConnectorPoliciesOnly: "boolean" },
  PowerAppsContentSecurityPolicy: {
    IsContentSecurityPolicyEnabled: "boolean",
    IsContentSecurityPolicyEnabledForCanvas: "boolean",
    IsContentSecurityPolicyEnabledForCodeApps: "boolean",
    ContentSecurityPolicyOptions: "integer",
    ContentSecurityPolicyReportUri: "text",
    ContentSecurityPolicyReportingEndpoint: "text",
    ContentSecurityPolicyConfiguration: "text",
    ContentSecurityPolicyConfigurationForCanvas: "text",
    ContentSecurityPolicyConfigurationForCodeApps: "text",
  },
  MakerOnboardingContent: {
    makerOnboardingUrl: "text",
    makerOnboardingMarkdown: "text",
    makerOnboardingTimestamp: "text",
    makerOnboardingPortals: "text",
    makerOnboardingConsentRequired: "text",
  },
  BlockUnmanagedCustomization: { IsLockdownOfUnmanagedCustomizationEnabled: "boolean" },
  CodeAppsFeature: { PowerApps_AllowCodeApps: "boolean" },
  CostControlsDrawFromTenantCreditPool: { DrawFromTenantCreditPool: "boolean" },
  ReleaseChannel: { ReleaseChannel: "integer" },
  CopilotStudioCodeInterpreter: { CopilotStudio_CodeInterpreter: "boolean" },
  CopilotComputerUse: { CopilotStudio_ComputerUseEnabled: "boolean" },
  CopilotComputerUseAccessControl: {
    CopilotStudio_ComputerUseAppAllowlist: "text",
    CopilotStudio_ComputerUseWebAllowlist: "text",
  },
  CopilotStudioExternalModels: { CopilotStudio_ExternalModels: "boolean" },
  DynamicsProjectIntegration: { EnableProjectLink: "boolean", InitialProjectUsers: "text" },
};

const needed: Readonly<Record<InputType, string>> = {
  boolean: "true or false",
  integer: "a whole number",
  text: "text",
  connectors: "a list of objects, each with AllowedConnector",
};

/** Why an input of a known rule is wrong, and what to write. */
export function inputProblem(ruleId: string, name: string, value: unknown): string | undefined {
  const inputs = ruleInputs[ruleId] ?? {};
  const type = inputs[name];
  if (type !== undefined) return isOf(type, value) ? undefined : `must be ${needed[type]}`;
  const similar = Object.keys(inputs).find((each) => each.toLowerCase() === name.toLowerCase());
  return similar === undefined ? undefined : `is not an input of ${ruleId}: write ${similar}`;
}

function isOf(type: InputType, value: unknown): boolean {
  if (value === null) return type === "text";
  switch (type) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isInteger(value);
    case "text":
      return typeof value === "string";
    case "connectors":
      return Array.isArray(value) && value.every((each) => isValues(each) && typeof each.AllowedConnector === "string");
  }
}

/** The inputs of a rule as JSON types: one host of the service gives booleans and numbers as text (September 2026). */
export const typedInputs = (ruleId: string, inputs: Values): Values =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, typed(ruleInputs[ruleId]?.[name], value)]));

function typed(type: InputType | undefined, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (type === "boolean" && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return type === "integer" && /^-?\d+$/.test(value) ? Number(value) : value;
}

/**
 * Whether live inputs are the declared ones: without regard to the type of a value, to what the service adds, and to the order of
 * connectors and actions. Names of members come in any case.
 */
export function isSameInput(live: unknown, declared: unknown, name = ""): boolean {
  if (isEmptyText(declared)) return isEmptyText(live);
  if (Array.isArray(declared)) {
    if (!Array.isArray(live) || live.length !== declared.length) return false;
    const hasOrder = !/^Allowed(?:ConnectorList|Actions)$/i.test(name);
    return declared.every((each: unknown, index) =>
      hasOrder
        ? isSameInput((live as unknown[])[index], each)
        : (live as unknown[]).some((other) => isSameInput(other, each)),
    );
  }
  if (isValues(declared)) {
    if (!isValues(live)) return false;
    const members = new Map(Object.entries(live).map(([key, value]) => [key.toLowerCase(), value]));
    return Object.entries(declared).every(([key, value]) => isSameInput(members.get(key.toLowerCase()), value, key));
  }
  return foldText(live) === foldText(declared);
}

const isEmptyText = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Only booleans are written in another case. */
function foldText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).normalize("NFC");
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text;
}
