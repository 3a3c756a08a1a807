import { type UpdateRequest, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb";

import { previewOutputs } from "../declare/record";
import { update as updateObject } from "../lifecycle/update";
import { CallError } from "./callError";
import { declaredSecrets } from "./declaredSecrets";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { bothSecrets, receive, send } from "./values";

export async function update(request: UpdateRequest, session: Session): Promise<UpdateResponse> {
  const definition = resourceOfUrn(request.getUrn());
  const olds = receive(request.getOlds()).values;
  const news = receive(request.getNews());
  const secrets = bothSecrets(news.secrets, declaredSecrets(definition));
  const response = new UpdateResponse();
  if (request.getPreview()) {
    response.setProperties(send(previewOutputs(definition, news.values, undefined, olds), secrets, news.texts));
    return response;
  }
  try {
    const outputs = await updateObject(
      definition,
      { id: request.getId(), olds, news: news.values, ignored: request.getIgnorechangesList() },
      session.contextFor(request.getTimeout()),
    );
    response.setProperties(send(outputs, secrets, news.texts));
    response.setRefreshBeforeUpdate(true);
    return response;
  } catch (error) {
    throw CallError.of(error, secrets, news.texts);
  }
}
