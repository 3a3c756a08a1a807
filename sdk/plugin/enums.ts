// Made from plugin/schema.json by `npm run generate`; a test says when it is not current.

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const BehaviorType = { Exclude: "Exclude", Include: "Include", NotSpecified: "NotSpecified" } as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const CurrencyType = {
  AI: "AI",
  AppPass: "AppPass",
  AppPassForTeams: "AppPassForTeams",
  Invoice: "Invoice",
  MCSMessages: "MCSMessages",
  MCSSessions: "MCSSessions",
  PAHostedRPA: "PAHostedRPA",
  PAUnattendedRPA: "PAUnattendedRPA",
  PerFlowPlan: "PerFlowPlan",
  PortalAddOns: "PortalAddOns",
  PortalLogins: "PortalLogins",
  PortalViews: "PortalViews",
  PowerAutomatePerProcess: "PowerAutomatePerProcess",
  PowerPagesAnonymous: "PowerPagesAnonymous",
  PowerPagesAuthenticated: "PowerPagesAuthenticated",
  ProcessMiningDataStorage: "ProcessMiningDataStorage",
  SCMessages: "SCMessages",
  VAConversations: "VAConversations",
} as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const EnvironmentGroupRuleSetParametersType = {
  NotSpecified: "NotSpecified",
  Sharing: "Sharing",
  AdminDigest: "AdminDigest",
  SolutionChecker: "SolutionChecker",
  MakerOnboarding: "MakerOnboarding",
  Lifecycle: "Lifecycle",
  Copilot: "Copilot",
  CrossGeoCopilotDataMovement: "CrossGeoCopilotDataMovement",
  GenerativeAISettings: "GenerativeAISettings",
  CopilotAuth: "CopilotAuth",
  FlowAutomationRestrictions: "FlowAutomationRestrictions",
} as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const EnvironmentSku = {
  Production: "Production",
  Sandbox: "Sandbox",
  Trial: "Trial",
  Developer: "Developer",
  Default: "Default",
  Standard: "Standard",
  Premium: "Premium",
  Basic: "Basic",
  Support: "Support",
  SubscriptionBasedTrial: "SubscriptionBasedTrial",
  Teams: "Teams",
  Platform: "Platform",
} as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const OnDelete = { Restore: "restore", Keep: "keep" } as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const PrincipalType = { User: "User", Group: "Group", ApplicationUser: "ApplicationUser" } as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const ResourceType = {
  NotSpecified: "NotSpecified",
  Flow: "Flow",
  App: "App",
  AuthoringBot: "AuthoringBot",
  UsersBot: "UsersBot",
} as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const RuleBasedPolicyAssignmentAssignmentOverridesResourceType = {
  Environment: "Environment",
  EnvironmentGroup: "EnvironmentGroup",
  NotSpecified: "NotSpecified",
  Tenant: "Tenant",
} as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const Status = { Enabled: "Enabled", Disabled: "Disabled" } as const;

/** Values of inputs; programs that `pulumi import` writes use this name. */
export const Type = { NotSpecified: "NotSpecified", Include: "Include", Exclude: "Exclude" } as const;
