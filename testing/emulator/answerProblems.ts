import type { Answer } from "./answer";
import type { Contract, ContractOperation } from "./contract";
import { describeErrors } from "./validationMessage";

/** What in an answer is not as the contract has it; empty when it is fine. */
export function answerProblems(contract: Contract, operation: ContractOperation, given: Answer): string[] {
  const response = operation.responses[given.status] ?? operation.responses.default;
  if (response === undefined) {
    return given.undocumented === true ? [] : [`status ${given.status} is not in the contract`];
  }
  const schema = response.content?.["application/json"]?.schema;
  if (given.body === undefined)
    return schema === undefined || mayBeEmpty(given.status) ? [] : ["the body is missing"];
  if (schema === undefined) return ["the contract has no body for this status"];
  const result = contract.backend.validateResponse(given.body, operation.operationId, given.status);
  return describeErrors(result.errors ?? []).map(({ message }) => message);
}

/** Refusals often come without a body (recorded); an accepted lifecycle call may (Learn gives none). */
const mayBeEmpty = (status: number): boolean => status >= 400 || status === 202;
