import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { check as checkInputs } from "../declare/check";
import { checkProgram } from "../lifecycle/checkProgram";
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
  const isNew = (request.getOlds()?.getFieldsMap().getLength() ?? 0) === 0;
  const more = failures.length === 0 ? await checkProgram(definition, inputs, isNew, context) : [];
  return checked(send(inputs, news.secrets), [...failures, ...more]);
}
