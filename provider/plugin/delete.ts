import type { DeleteRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { remove as removeObject } from "../lifecycle/delete";
import type { Session } from "./session";
import { definitionOfUrn } from "./typeToken";
import { receive } from "./values";

export async function remove(request: DeleteRequest, session: Session): Promise<Empty> {
  const definition = definitionOfUrn(request.getUrn());
  const outputs = receive(request.getProperties()).values;
  await removeObject(definition, request.getId(), outputs, session.contextFor(request.getTimeout()));
  return new Empty();
}
