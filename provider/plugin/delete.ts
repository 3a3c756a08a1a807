import type { DeleteRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { remove as removeObject } from "../lifecycle/delete";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { receive } from "./values";

export async function remove(request: DeleteRequest, { runtime }: Session): Promise<Empty> {
  const definition = resourceOfUrn(request.getUrn());
  const outputs = receive(request.getProperties()).values;
  await removeObject(definition, request.getId(), outputs, runtime.context);
  return new Empty();
}
