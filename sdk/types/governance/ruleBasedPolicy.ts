// Made from provider/resources/governance/ruleBasedPolicy.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** What a program says of {@link RuleBasedPolicy}. */
export interface RuleBasedPolicyArgs extends ResourceArgs {
  /** Name of the policy. Changes in place. */
  name: Input<string>;
  /**
   * Inputs of the rules, by rule id. Known are ConnectorManagement, AdvancedConnectorPoliciesOnly, PowerAppsContentSecurityPolicy,
   * MakerOnboardingContent, BlockUnmanagedCustomization, CodeAppsFeature, CostControlsDrawFromTenantCreditPool, ReleaseChannel,
   * CopilotStudioCodeInterpreter, CopilotComputerUse, CopilotComputerUseAccessControl, CopilotStudioExternalModels and
   * DynamicsProjectIntegration; others take any JSON. Changes in place.
   */
  ruleSets: Input<Record<string, unknown>>;
}

/** What is known of a {@link RuleBasedPolicy}. */
export interface RuleBasedPolicyOutputs {
  /** Name of the policy. */
  readonly name: Output<string>;
  /**
   * Inputs of the rules, by rule id. Known are ConnectorManagement, AdvancedConnectorPoliciesOnly, PowerAppsContentSecurityPolicy,
   * MakerOnboardingContent, BlockUnmanagedCustomization, CodeAppsFeature, CostControlsDrawFromTenantCreditPool, ReleaseChannel,
   * CopilotStudioCodeInterpreter, CopilotComputerUse, CopilotComputerUseAccessControl, CopilotStudioExternalModels and
   * DynamicsProjectIntegration; others take any JSON.
   */
  readonly ruleSets: Output<Record<string, unknown>>;
  /** When it was last changed. */
  readonly lastModified: Output<string | undefined>;
  /** How many rule sets it has. */
  readonly ruleSetCount: Output<number | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
