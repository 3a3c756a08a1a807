import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { author, param } from "../../call";
import { page } from "../../paging";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { BillingPolicy } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { lookAtPolicy, startProvisioning } from "./provisioningStatus";

/** `$top` is accepted and without effect (seen on a sibling host). */
const listBillingPolicies: OperationHandler = (call) => page(call, call.tenantState.tenant.billingPolicies.list());

/** Also refreshProvisioningStatus: both look at the policy and answer it. */
const getBillingPolicy: OperationHandler = (call) => {
  const policy = lookAtPolicy(call.tenantState, param(call, "billingPolicyId"));
  return policy === undefined ? policyMissing(call) : answer(200, policy);
};

const createBillingPolicy: OperationHandler = (call) => {
  const { tenantState } = call;
  const wanted = call.body as unknown as CreateBody;
  const { subscriptionId, resourceGroup } = wanted.billingInstrument;
  const created = tenantState.tenant.billingPolicies.add({
    id: tenantState.newId(),
    name: wanted.name,
    status: wanted.status ?? "Enabled",
    location: wanted.location.toLowerCase(),
    billingInstrument: {
      id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.PowerPlatform/accounts/${wanted.name}`,
      resourceGroup,
      subscriptionId,
    },
    createdOn: tenantState.now(),
    createdBy: author(call),
    lastModifiedOn: tenantState.now(),
    lastModifiedBy: author(call),
  });
  return answer(201, startProvisioning(tenantState, created, tenantState.settings.provisioning.billingPolicyCreate));
};

/** Takes name and status alone; an absent one is kept (a choice: not documented). */
const updateBillingPolicy: OperationHandler = (call) => {
  const { tenantState } = call;
  const id = param(call, "billingPolicyId");
  const present = lookAtPolicy(tenantState, id);
  if (present === undefined) return policyMissing(call);
  const { name, status } = call.body as UpdateBody;
  const changed = tenantState.tenant.billingPolicies.update(id, {
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
    lastModifiedOn: tenantState.now(),
    lastModifiedBy: author(call),
  });
  return answer(200, startProvisioning(tenantState, changed, tenantState.settings.provisioning.billingPolicyUpdate));
};

const deleteBillingPolicy: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const id = param(call, "billingPolicyId");
  if (!tenant.billingPolicies.remove(id)) return policyMissing(call);
  tenant.provisioningPolicies.remove(id);
  for (const link of tenant.billingPolicyEnvironments.list()) {
    if (isSameId(link.billingPolicyId, id)) {
      tenant.billingPolicyEnvironments.remove(`${link.billingPolicyId}/${link.environmentId}`);
    }
  }
  return answer(204);
};

/** 404 with a body, or 403 without (a sibling host), as the settings say. */
export function policyMissing(call: Call): Answer {
  if (call.tenantState.settings.unknownBillingPolicy === 403) return answer(403);
  return refuse(call, 404, {
    code: "BillingPolicyNotFound",
    message: `The billing policy '${param(call, "billingPolicyId")}' could not be found.`,
  });
}

interface UpdateBody {
  name?: string;
  status?: "Enabled" | "Disabled";
}

// The contract has checked what is required.
interface CreateBody extends UpdateBody {
  name: string;
  location: string;
  billingInstrument: Required<
    Pick<NonNullable<BillingPolicy["billingInstrument"]>, "resourceGroup" | "subscriptionId">
  >;
}

export const billingPolicyOperations = {
  listBillingPolicies,
  createBillingPolicy,
  getBillingPolicy,
  updateBillingPolicy,
  deleteBillingPolicy,
  refreshBillingPolicyProvisioningStatus: getBillingPolicy,
};
