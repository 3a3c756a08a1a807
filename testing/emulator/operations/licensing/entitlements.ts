import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { OperationHandler } from "../operationHandler";
import { environmentMissing } from "./allocationStore";
import { environmentEntitlement, tenantEntitlement } from "./entitlementWire";

const getEntitlement: OperationHandler = (call) => {
  const { tenant, settings } = call.tenantState;
  const code = param(call, "entitlementId");
  const held = tenant.entitlements.get(code);
  if (held !== undefined) return answer(200, tenantEntitlement(tenant, held));
  if (settings.absentEntitlements === "noContent") return answer(204);
  return refuse(call, 404, {
    code: "EntitlementNotFound",
    message: `The tenant does not have the entitlement '${code}'.`,
  });
};

/** A bare array with every code that the tenant holds, whether or not the environment has any of it. */
const listEnvironmentEntitlements: OperationHandler = (call) => {
  const { tenant, settings } = call.tenantState;
  const environment = tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const filter = readFilter(call);
  if ("status" in filter) return filter;
  const { code } = filter;
  const found = tenant.entitlements.list(({ entitlementId }) => code === undefined || isSameId(entitlementId, code));
  if (found.length === 0 && settings.absentEntitlements === "noContent") return answer(204);
  return answer(
    200,
    found.map((held) => environmentEntitlement(tenant, held, environment)),
  );
};

/** One code, or all. The grammar is not published: the emulator knows `entitlementId eq '…'`. */
function readFilter(call: Call): { code?: string } | Answer {
  const text = call.query.$filter;
  if (text === undefined) return {};
  const code = /^\s*entitlementId eq '([^']*)'\s*$/i.exec(text)?.[1];
  return code === undefined
    ? refuse(call, 400, { code: "InvalidRequest", message: `$filter: '${text}' is not known.` })
    : { code };
}

export const entitlementOperations = { getEntitlement, listEnvironmentEntitlements };
