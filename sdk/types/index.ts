// Made from provider/resources and provider/functions by `npm run generate`; a test says when it is not current.

export type { RoleAssignmentArgs, RoleAssignmentOutputs } from "./authorization/roleAssignment";
export type { GetRoleAssignmentsArgs, ListedRoleAssignment } from "./authorization/roleAssignments";
export type { GetRoleDefinitionsArgs, ListedRoleDefinition } from "./authorization/roleDefinitions";
export type { GetCurrenciesArgs, ListedCurrency } from "./environmentmanagement/currencies";
export type {
  EnvironmentLinkedEnvironmentMetadataCurrencyArgs,
  EnvironmentLinkedEnvironmentMetadataArgs,
  EnvironmentUsedByArgs,
  EnvironmentArgs,
  EnvironmentCreatedBy,
  EnvironmentOutputs,
} from "./environmentmanagement/environment";
export type {
  EnvironmentBackupArgs,
  EnvironmentBackupCreatedBy,
  EnvironmentBackupOutputs,
} from "./environmentmanagement/environmentBackup";
export type { GetEnvironmentBackupsArgs, ListedEnvironmentBackup } from "./environmentmanagement/environmentBackups";
export type {
  EnvironmentDisasterRecoveryArgs,
  EnvironmentDisasterRecoveryOutputs,
} from "./environmentmanagement/environmentDisasterRecovery";
export type { EnvironmentGroupArgs, EnvironmentGroupOutputs } from "./environmentmanagement/environmentGroup";
export type {
  EnvironmentGroupMembershipArgs,
  EnvironmentGroupMembershipOutputs,
} from "./environmentmanagement/environmentGroupMembership";
export type { GetEnvironmentGroupsArgs, ListedEnvironmentGroup } from "./environmentmanagement/environmentGroups";
export type {
  EnvironmentManagementSettingsArgs,
  EnvironmentManagementSettingsOutputs,
} from "./environmentmanagement/environmentManagementSettings";
export type {
  GetEnvironmentOperationsArgs,
  ListedEnvironmentOperationStageStatuses,
  ListedEnvironmentOperationUpdatedEnvironment,
  ListedEnvironmentOperationErrorDetail,
  ListedEnvironmentOperation,
} from "./environmentmanagement/environmentOperations";
export type { EnvironmentRequestCurrency } from "./environmentmanagement/environmentRequestCurrency";
export type { EnvironmentUser } from "./environmentmanagement/environmentUser";
export type {
  GetEnvironmentsArgs,
  ListedEnvironmentCreatedBy,
  ListedEnvironmentCreatedFor,
  ListedEnvironmentRetentionDetails,
  ListedEnvironment,
} from "./environmentmanagement/environments";
export type {
  GetBusinessContinuitySnapshotArgs,
  GetBusinessContinuitySnapshotResult,
} from "./environmentmanagement/getBusinessContinuitySnapshot";
export type {
  GetEnvironmentArgs,
  GetEnvironmentResultCreatedBy,
  GetEnvironmentResultCreatedFor,
  GetEnvironmentResultRetentionDetails,
  GetEnvironmentResult,
} from "./environmentmanagement/getEnvironment";
export type {
  GetEnvironmentManagementSettingsArgs,
  GetEnvironmentManagementSettingsResult,
} from "./environmentmanagement/getEnvironmentManagementSettings";
export type { GroupPrincipal } from "./environmentmanagement/groupPrincipal";
export type { GetLanguagesArgs, ListedLanguage } from "./environmentmanagement/languages";
export type { LinkedEnvironmentMetadata } from "./environmentmanagement/linkedEnvironmentMetadata";
export type { GetLocationsArgs, ListedLocation } from "./environmentmanagement/locations";
export type { ManagedEnvironmentArgs, ManagedEnvironmentOutputs } from "./environmentmanagement/managedEnvironment";
export type {
  GetTemplatesArgs,
  ListedTemplateAvailabilityDisabledReason,
  ListedTemplateAvailability,
  ListedTemplate,
} from "./environmentmanagement/templates";
export type { UserIdentity } from "./environmentmanagement/userIdentity";
export type {
  EnvironmentGroupRuleSetEnvironmentFilterValuesArgs,
  EnvironmentGroupRuleSetEnvironmentFilterArgs,
  EnvironmentGroupRuleSetParametersValueArgs,
  EnvironmentGroupRuleSetParametersArgs,
  EnvironmentGroupRuleSetArgs,
  EnvironmentGroupRuleSetEnvironmentFilterValues,
  EnvironmentGroupRuleSetEnvironmentFilter,
  EnvironmentGroupRuleSetParametersValue,
  EnvironmentGroupRuleSetParameters,
  EnvironmentGroupRuleSetOutputs,
} from "./governance/environmentGroupRuleSet";
export type {
  GetEnvironmentGroupRuleSetsArgs,
  ListedEnvironmentGroupRuleSetEnvironmentFilterValues,
  ListedEnvironmentGroupRuleSetEnvironmentFilter,
  ListedEnvironmentGroupRuleSetParametersValue,
  ListedEnvironmentGroupRuleSetParameters,
  ListedEnvironmentGroupRuleSet,
} from "./governance/environmentGroupRuleSets";
export type {
  GetRuleBasedPoliciesArgs,
  ListedRuleBasedPolicyRuleSets,
  ListedRuleBasedPolicy,
} from "./governance/ruleBasedPolicies";
export type { RuleBasedPolicyArgs, RuleBasedPolicyOutputs } from "./governance/ruleBasedPolicy";
export type {
  RuleBasedPolicyAssignmentAssignmentOverridesArgs,
  RuleBasedPolicyAssignmentArgs,
  RuleBasedPolicyAssignmentAssignmentOverrides,
  RuleBasedPolicyAssignmentOutputs,
} from "./governance/ruleBasedPolicyAssignment";
export type {
  GetRuleBasedPolicyAssignmentsArgs,
  ListedRuleBasedPolicyAssignment,
} from "./governance/ruleBasedPolicyAssignments";
export type { AllocatedAmount } from "./licensing/allocatedAmount";
export type {
  GetAllocationsByEnvironmentArgs,
  ListedEnvironmentAllocationCurrencyAllocations,
  ListedEnvironmentAllocation,
} from "./licensing/allocationsByEnvironment";
export type {
  GetBillingPoliciesArgs,
  ListedBillingPolicyBillingInstrument,
  ListedBillingPolicy,
} from "./licensing/billingPolicies";
export type {
  BillingPolicyBillingInstrumentArgs,
  BillingPolicyArgs,
  BillingPolicyBillingInstrument,
  BillingPolicyOutputs,
} from "./licensing/billingPolicy";
export type {
  BillingPolicyEnvironmentArgs,
  BillingPolicyEnvironmentOutputs,
} from "./licensing/billingPolicyEnvironment";
export type {
  GetBillingPolicyEnvironmentsArgs,
  ListedBillingPolicyEnvironment,
} from "./licensing/billingPolicyEnvironments";
export type { ConsumedAmount } from "./licensing/consumedAmount";
export type { CurrencyAllocationArgs, CurrencyAllocationOutputs } from "./licensing/currencyAllocation";
export type { GetCurrencyAllocationsArgs, ListedCurrencyAllocation } from "./licensing/currencyAllocations";
export type {
  GetCurrencyReportsArgs,
  ListedCurrencyReportConsumed,
  ListedCurrencyReport,
} from "./licensing/currencyReports";
export type { EnforcementRule } from "./licensing/enforcementRule";
export type { EntitledAmount } from "./licensing/entitledAmount";
export type {
  GetEnvironmentEntitlementsArgs,
  ListedEnvironmentEntitlementEntitlementCapacity,
  ListedEnvironmentEntitlementEntitlement,
  ListedEnvironmentEntitlementAddons,
  ListedEnvironmentEntitlementPermissions,
  ListedEnvironmentEntitlement,
} from "./licensing/environmentEntitlements";
export type {
  GetEntitlementArgs,
  GetEntitlementResultEntitlementCapacityLicenses,
  GetEntitlementResultEntitlementCapacity,
  GetEntitlementResultEntitlementLicensedPolicy,
  GetEntitlementResultEntitlement,
  GetEntitlementResult,
} from "./licensing/getEntitlement";
export type {
  GetTenantCapacityArgs,
  GetTenantCapacityResultCapacitySummary,
  GetTenantCapacityResultTenantCapacitiesConsumption,
  GetTenantCapacityResultTenantCapacitiesOverflowCapacity,
  GetTenantCapacityResultTenantCapacitiesCapacityEntitlementsLicenses,
  GetTenantCapacityResultTenantCapacitiesCapacityEntitlements,
  GetTenantCapacityResultTenantCapacities,
  GetTenantCapacityResultLegacyModelCapacity,
  GetTenantCapacityResultTemporaryLicenseInfo,
  GetTenantCapacityResult,
} from "./licensing/getTenantCapacity";
export type {
  IsvContractConsumerArgs,
  IsvContractConditionsApiFilterRequiredApisArgs,
  IsvContractConditionsApiFilterArgs,
  IsvContractConditionsArgs,
  IsvContractPowerAutomatePolicyArgs,
  IsvContractBillingInstrumentArgs,
  IsvContractArgs,
  IsvContractConsumer,
  IsvContractConditionsApiFilterRequiredApis,
  IsvContractConditionsApiFilter,
  IsvContractConditions,
  IsvContractPowerAutomatePolicy,
  IsvContractBillingInstrument,
  IsvContractOutputs,
} from "./licensing/isvContract";
export type {
  GetIsvContractsArgs,
  ListedIsvContractConsumer,
  ListedIsvContractConditionsApiFilterRequiredApis,
  ListedIsvContractConditionsApiFilter,
  ListedIsvContractConditions,
  ListedIsvContractPowerAutomatePolicy,
  ListedIsvContractBillingInstrument,
  ListedIsvContract,
} from "./licensing/isvContracts";
export type { LicenseQuantity } from "./licensing/licenseQuantity";
export type { LicensingPrincipal } from "./licensing/licensingPrincipal";
export type { PayGoAmounts } from "./licensing/payGoAmounts";
export type { ResourceThresholdArgs, ResourceThresholdOutputs } from "./licensing/resourceThreshold";
export type {
  GetStorageWarningsArgs,
  ListedStorageWarningThresholds,
  ListedStorageWarning,
} from "./licensing/storageWarnings";
export type {
  ResourceTimeoutsArgs,
  ResourceArgs,
  SettingResourceTimeoutsArgs,
  SettingResourceArgs,
} from "./resourceArgs";
