import { CheckFailure, type CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import type { Failure } from "../errors";
import { check as checkInputs } from "../lifecycle/check";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { receive, send } from "./values";

export function check(request: CheckRequest, { runtime }: Session): CheckResponse {
  runtime.context.keepers.programRuns();
  const news = receive(request.getNews());
  const { inputs, failures } = checkInputs(resourceOfUrn(request.getUrn()), news.values, {
    tenantId: runtime.configuredTenantId,
  });
  return checked(send(inputs, news.secrets), failures);
}

/** The answer to a check. */
export function checked(inputs: ReturnType<typeof send>, failures: readonly Failure[]): CheckResponse {
  const response = new CheckResponse();
  response.setInputs(inputs);
  response.setFailuresList(failureMessages(failures));
  return response;
}

/** What is wrong with properties, as messages. */
export const failureMessages = (failures: readonly Failure[]): CheckFailure[] =>
  failures.map(({ property, reason }) => {
    const failure = new CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
