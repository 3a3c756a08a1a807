import { CheckFailure, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { type Failure, neutralLine, tell } from "../errors";
import type { send } from "./values";

/** The answer to a check. */
export function checked(inputs: ReturnType<typeof send>, failures: readonly Failure[]): CheckResponse {
  const response = new CheckResponse();
  response.setInputs(inputs);
  response.setFailuresList(failureMessages(failures));
  return response;
}

/** Check failures as messages. A reason may repeat a secret value. */
export const failureMessages = (failures: readonly Failure[]): CheckFailure[] =>
  failures.map(({ property, reason }) => {
    const failure = new CheckFailure();
    failure.setProperty(neutralLine(property));
    failure.setReason(tell(reason));
    return failure;
  });
