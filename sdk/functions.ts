import {
  billingPolicies,
  billingPolicyEnvironments,
  environmentGroups,
  environments,
  isvContracts,
  roleAssignments,
  roleDefinitions,
} from "../provider/functions";
import { fromProgram, fromProgramOutput } from "./callFromProgram";

/**
 * The roles that can be assigned, as the tenant answers them; also in a preview.
 *
 *     export const roles = getRoleDefinitionsOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control/list-role-definitions
 * @see builtInRoles for the ids alone
 */
export const getRoleDefinitions = fromProgram(roleDefinitions);

/** {@link getRoleDefinitions} for arguments that are outputs; it asks when they are known. */
export const getRoleDefinitionsOutput = fromProgramOutput(roleDefinitions);

/**
 * The role assignments made at exactly one scope, by whomever; also in a preview. Inherited ones are not among them.
 *
 *     export const groups = getRoleAssignmentsOutput({ scope: "tenant", principalType: "Group" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 */
export const getRoleAssignments = fromProgram(roleAssignments);

/** {@link getRoleAssignments} for arguments that are outputs; it asks when they are known. */
export const getRoleAssignmentsOutput = fromProgramOutput(roleAssignments);

/**
 * The environments that the caller may see, which need not be all of the tenant; also in a preview.
 *
 *     export const sandboxes = getEnvironmentsOutput({ type: "Sandbox" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments
 */
export const getEnvironments = fromProgram(environments);

/** {@link getEnvironments} for arguments that are outputs; it asks when they are known. */
export const getEnvironmentsOutput = fromProgramOutput(environments);

/**
 * The environment groups of the tenant; also in a preview.
 *
 *     export const sales = getEnvironmentGroupsOutput({ displayName: "Sales" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups
 */
export const getEnvironmentGroups = fromProgram(environmentGroups);

/** {@link getEnvironmentGroups} for arguments that are outputs; it asks when they are known. */
export const getEnvironmentGroupsOutput = fromProgramOutput(environmentGroups);

/**
 * The billing policies of the tenant; also in a preview.
 *
 *     export const inEurope = getBillingPoliciesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy
 */
export const getBillingPolicies = fromProgram(billingPolicies);

/** {@link getBillingPolicies} for arguments that are outputs; it asks when they are known. */
export const getBillingPoliciesOutput = fromProgramOutput(billingPolicies);

/**
 * The environments that are billed to one policy; also in a preview.
 *
 *     export const billed = getBillingPolicyEnvironmentsOutput({
 *       billingPolicyId: "66666666-6666-4666-8666-666666666666",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy-environment
 */
export const getBillingPolicyEnvironments = fromProgram(billingPolicyEnvironments);

/** {@link getBillingPolicyEnvironments} for arguments that are outputs; it asks when they are known. */
export const getBillingPolicyEnvironmentsOutput = fromProgramOutput(billingPolicyEnvironments);

/**
 * The ISV contracts of the tenant; also in a preview. Tenants that are not enrolled as a vendor are refused with 403.
 *
 *     export const inEurope = getIsvContractsOutput({ geo: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/isv-contract
 */
export const getIsvContracts = fromProgram(isvContracts);

/** {@link getIsvContracts} for arguments that are outputs; it asks when they are known. */
export const getIsvContractsOutput = fromProgramOutput(isvContracts);
