import type { Answer } from "./answer";
import type { Contract, ContractOperation } from "./contract";
import { describeErrors } from "./validationMessage";

/** What in an answer is not as the contract has it; empty when it is fine. */
export function answerProblems(contract: Contract, operation: ContractOperation, answered: Answer): string[] {
  const response = operation.responses[answered.status] ?? operation.responses.default;
  if (response === undefined) {
    return answered.undocumented === true ? [] : [`status ${answered.status} is not in the contract`];
  }
  const schema = response.content?.["application/json"]?.schema;
  if (answered.body === undefined)
    return schema === undefined || mayBeEmpty(answered.status) ? [] : ["the body is missing"];
  if (schema === undefined) return ["the contract has no body for this status"];
  const result = contract.backend.validateResponse(answered.body, operation.operationId, answered.status);
  return describeErrors(result.errors ?? []).map(({ message }) => message);
}

/** Refusals often come without a body (recorded); an accepted lifecycle call may (Learn gives none). */
const mayBeEmpty = (status: number): boolean => status >= 400 || status === 202;
