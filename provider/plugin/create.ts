import { type CreateRequest, CreateResponse } from "@pulumi/pulumi/proto/provider_pb";

import { create as createObject } from "../lifecycle/create";
import { previewCreate } from "../lifecycle/previewCreate";
import { previewOutputs } from "../declare/record";
import { CallError } from "./callError";
import { declaredSecrets } from "./declaredSecrets";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { bothSecrets, receive, send } from "./values";

export async function create(request: CreateRequest, session: Session): Promise<CreateResponse> {
  const definition = resourceOfUrn(request.getUrn());
  const inputs = receive(request.getProperties());
  const secrets = bothSecrets(inputs.secrets, declaredSecrets(definition));
  const response = new CreateResponse();
  if (request.getPreview()) {
    const { context, configuredTenantId } = session.runtime;
    await previewCreate(definition, inputs.values, context);
    const expected = previewOutputs(definition, inputs.values, configuredTenantId);
    response.setProperties(send(expected, secrets, inputs.texts));
    return response;
  }
  try {
    const context = session.contextFor(request.getTimeout());
    const { id, outputs } = await createObject(definition, inputs.values, context);
    response.setId(id);
    response.setProperties(send(outputs, secrets, inputs.texts));
    response.setRefreshBeforeUpdate(true);
    return response;
  } catch (error) {
    throw CallError.of(error, secrets, inputs.texts);
  }
}
