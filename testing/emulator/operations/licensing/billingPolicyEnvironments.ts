import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { page } from "../../paging";
import { refuse, wrapped } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { BillingPolicy, BillingPolicyEnvironment, Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { policyMissing } from "./billingPolicies";

const listBillingPolicyEnvironments: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  return page(
    call,
    links(call).filter((link) => isSameId(link.billingPolicyId, policy.id)),
  );
};

const getBillingPolicyEnvironment: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const environmentId = param(call, "environmentId");
  const link = call.tenantState.tenant.billingPolicyEnvironments.get(`${policy.id}/${environmentId}`);
  if (link !== undefined) return answer(200, link);
  return refuse(call, 404, {
    code: "BillingPolicyEnvironmentNotFound",
    message: `The environment '${environmentId}' is not linked to the billing policy '${policy.id}'.`,
  });
};

/** Idempotent; checks everything before it changes anything. */
const addBillingPolicyEnvironments: OperationHandler = (call) => {
  const { billingPolicyEnvironments } = call.tenantState.tenant;
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const environments: Environment[] = [];
  for (const id of environmentIds(call)) {
    const environment = call.tenantState.tenant.environments.get(id);
    const refused = refuseLink(call, policy, id, environment);
    if (refused) return refused;
    if (environment) environments.push(environment);
  }
  for (const { id } of environments) {
    for (const link of links(call)) {
      if (isSameId(link.environmentId, id)) billingPolicyEnvironments.remove(idOf(link));
    }
    billingPolicyEnvironments.add({ billingPolicyId: policy.id, environmentId: id });
  }
  return answer(200);
};

/** Idempotent: what is not linked is passed over. */
const removeBillingPolicyEnvironments: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  for (const id of environmentIds(call)) call.tenantState.tenant.billingPolicyEnvironments.remove(`${policy.id}/${id}`);
  return answer(200);
};

const getEnvironmentBillingPolicy: OperationHandler = (call) => {
  const environmentId = param(call, "environmentId");
  const link = links(call).find((candidate) => isSameId(candidate.environmentId, environmentId));
  const policy = link && call.tenantState.tenant.billingPolicies.get(link.billingPolicyId);
  if (policy !== undefined) return answer(200, policy);
  return refuse(call, 404, {
    code: "BillingPolicyNotFound",
    message: `No billing policy is linked to the environment '${environmentId}'.`,
  });
};

/** Environment and policy have to be in the same geography (pay-as-you-go guide). */
function refuseLink(
  call: Call,
  policy: BillingPolicy,
  id: string,
  environment: Environment | undefined,
): Answer | undefined {
  if (environment === undefined) {
    return refuse(call, 400, {
      code: "EnvironmentNotFound",
      message: `The environment '${id}' could not be found.`,
    });
  }
  if (!isSameId(environment.geo ?? policy.location, policy.location)) {
    return refuse(call, 400, {
      code: "EnvironmentLocationMismatch",
      message: `The environment '${id}' is in ${String(environment.geo)}, the billing policy in ${String(policy.location)}.`,
    });
  }
  const elsewhere = links(call).some(
    (link) => isSameId(link.environmentId, id) && !isSameId(link.billingPolicyId, policy.id),
  );
  if (!elsewhere || call.tenantState.settings.linkedElsewhere === "move") return undefined;
  const message = `The environment '${id}' is linked to another billing policy.`;
  return { ...answer(409, wrapped({ code: "EnvironmentAlreadyLinked", message })), undocumented: true };
}

const policyOf = (call: Call): BillingPolicy | undefined =>
  call.tenantState.tenant.billingPolicies.get(param(call, "billingPolicyId"));

const links = (call: Call): BillingPolicyEnvironment[] => call.tenantState.tenant.billingPolicyEnvironments.list();

const idOf = (link: BillingPolicyEnvironment): string => `${link.billingPolicyId}/${link.environmentId}`;

const environmentIds = (call: Call): string[] =>
  Array.isArray(call.body.environmentIds) ? call.body.environmentIds.map(String) : [];

export const billingPolicyEnvironmentOperations = {
  listBillingPolicyEnvironments,
  getBillingPolicyEnvironment,
  addBillingPolicyEnvironments,
  removeBillingPolicyEnvironments,
  getEnvironmentBillingPolicy,
};
