import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { check as checkInputs } from "../declare/check";
import { checked } from "./checked";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { receive, send } from "./values";

export function check(request: CheckRequest, { runtime }: Session): CheckResponse {
  const { context, configuredTenantId: tenantId } = runtime;
  context.run.programRuns(request.getUrn());
  const news = receive(request.getNews());
  const definition = resourceOfUrn(request.getUrn());
  const { inputs, failures } = checkInputs(
    definition,
    news.values,
    { tenantId },
    context.failedResources.names,
  );
  return checked(send(inputs, news.secrets), failures);
}
