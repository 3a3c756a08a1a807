import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { check as checkInputs } from "../lifecycle/check";
import { checked } from "./checked";
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
