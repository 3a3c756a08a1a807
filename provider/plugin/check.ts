import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { check as checkInputs } from "../declare/check";
import { warnOf } from "../lifecycle/warnOf";
import { splitEnvironment } from "../programEnvironment";
import { checked } from "./checked";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { receive, send } from "./values";

export async function check(request: CheckRequest, { runtime }: Session): Promise<CheckResponse> {
  const { context, configuredTenantId: tenantId, compareProgram } = runtime;
  context.run.programRuns(request.getUrn());
  const news = receive(request.getNews());
  const { told, rest } = splitEnvironment(news.values);
  await compareProgram(told);
  const definition = resourceOfUrn(request.getUrn());
  const { inputs, failures } = checkInputs(definition, rest, { tenantId }, context.run.failed);
  if (failures.length === 0) await warnOf(definition, inputs, context);
  return checked(send(inputs, news.secrets), failures);
}
