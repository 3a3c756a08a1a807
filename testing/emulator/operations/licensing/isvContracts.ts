import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { author, param } from "../../call";
import { page } from "../../paging";
import { refuse } from "../../refusal";
import type { IsvContract } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";

const listIsvContracts: OperationHandler = (call) => page(call, call.tenantState.tenant.isvContracts.list());

const getIsvContract: OperationHandler = (call) => {
  const contract = call.tenantState.tenant.isvContracts.get(param(call, "isvContractId"));
  return contract === undefined ? missing(call) : answer(200, contract);
};

const createIsvContract: OperationHandler = (call) => {
  const { tenantState } = call;
  const created = tenantState.tenant.isvContracts.add({
    id: tenantState.newId(),
    ...(call.body as Partial<IsvContract>),
    createdOn: tenantState.now(),
    createdBy: author(call),
    lastModifiedOn: tenantState.now(),
    lastModifiedBy: author(call),
  });
  return answer(201, created);
};

/** Members sent replace the stored ones as a whole; absent ones are kept (a choice: not documented). */
const updateIsvContract: OperationHandler = (call) => {
  const { tenantState } = call;
  const id = param(call, "isvContractId");
  if (!tenantState.tenant.isvContracts.has(id)) return missing(call);
  const changed = tenantState.tenant.isvContracts.update(id, {
    ...(call.body as Partial<IsvContract>),
    lastModifiedOn: tenantState.now(),
    lastModifiedBy: author(call),
  });
  return answer(200, changed);
};

const deleteIsvContract: OperationHandler = (call) =>
  call.tenantState.tenant.isvContracts.remove(param(call, "isvContractId")) ? answer(204) : missing(call);

const missing = (call: Call): Answer =>
  refuse(call, 404, {
    code: "IsvContractNotFound",
    message: `The ISV contract '${param(call, "isvContractId")}' could not be found.`,
  });

export const isvContractOperations = {
  listIsvContracts,
  getIsvContract,
  createIsvContract,
  updateIsvContract,
  deleteIsvContract,
};
