import { status } from "@grpc/grpc-js";
import { CheckFailure, type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";

import { functions } from "../functions";
import { checkArgs, listItems } from "../functions/listItems";
import { pluginToken } from "../resources/typeToken";
import { CallError } from "./callError";
import type { Session } from "./session";
import { receive, send } from "./values";

/** Asks the tenant for a list; also in a preview. */
export async function invoke(request: InvokeRequest, { runtime }: Session): Promise<InvokeResponse> {
  const called = functions.find(({ name }) => pluginToken(name) === request.getTok());
  if (called === undefined) {
    const known = functions.map(({ name }) => pluginToken(name)).join(", ");
    throw new CallError(status.NOT_FOUND, `there is no function "${request.getTok()}"; there are ${known}.`);
  }
  const args = receive(request.getArgs()).values;
  const surroundings = { tenantId: runtime.configuredTenantId };
  const response = new InvokeResponse();
  for (const { property, reason } of checkArgs(called, args, surroundings)) {
    const failure = new CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    response.addFailures(failure);
  }
  if (response.getFailuresList().length > 0) return response;
  const items = await listItems(called, args, runtime.context, surroundings);
  response.setReturn(send({ [called.result]: items }));
  return response;
}
