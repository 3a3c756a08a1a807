import { status } from "@grpc/grpc-js";
import { type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";

import { isValues } from "../declare/plainValues";
import { functions } from "../functions";
import { ask } from "../functions/call/ask";
import { checkArgs } from "../functions/call/checkArgs";
import { pluginToken } from "../resources/typeToken";
import { CallError } from "./callError";
import { failureMessages } from "./checked";
import type { Session } from "./session";
import { receive, send } from "./values";

/** Asks the tenant, also in a preview: for a list, or for one object. */
export async function invoke(request: InvokeRequest, { runtime }: Session): Promise<InvokeResponse> {
  const called = functions.find(({ name }) => pluginToken(name) === request.getTok());
  if (called === undefined) {
    const known = functions.map(({ name }) => pluginToken(name)).join(", ");
    throw new CallError(status.NOT_FOUND, `there is no function "${request.getTok()}"; there are ${known}.`);
  }
  const args = receive(request.getArgs()).values;
  const fieldContext = { tenantId: runtime.configuredTenantId };
  const response = new InvokeResponse();
  response.setFailuresList(failureMessages(checkArgs(called, args, fieldContext)));
  if (response.getFailuresList().length > 0) return response;
  const answer = await ask(called, args, runtime.context, fieldContext);
  response.setReturn(send(isValues(answer) ? answer : { [called.result ?? called.name]: answer }));
  return response;
}
