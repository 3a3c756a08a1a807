import { status } from "@grpc/grpc-js";
import { type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";

import { functions } from "../functions";
import { checkArgs, listItems } from "../functions/call/listItems";
import { pluginToken } from "../resources/typeToken";
import { CallError } from "./callError";
import { failureMessages } from "./checked";
import type { Session } from "./session";
import { receive, send } from "./values";

/** Reads a list from the tenant, also in a preview. */
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
  const items = await listItems(called, args, runtime.context, fieldContext);
  response.setReturn(send({ [called.result]: items }));
  return response;
}
