import { type ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb";

import type { Context } from "../lifecycle/context";
import type { ResourceDefinition } from "../declare/define";
import { declaredTwice } from "../lifecycle/adopt";
import { failed } from "../lifecycle/failed";
import { recordedOf } from "../remote/located";
import { read as readObject, type ReadResult } from "../lifecycle/read";
import { inputsOf } from "../declare/record";
import { declaredSecrets } from "./declaredSecrets";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { bothSecrets, receive, send } from "./values";

/**
 * Reads an object for a refresh, or for an import or `get`, which come without recorded outputs. An answer without id says
 * that a recorded object was deleted.
 */
export async function read(request: ReadRequest, { runtime }: Session): Promise<ReadResponse> {
  const definition = resourceOfUrn(request.getUrn());
  const state = receive(request.getProperties());
  const inputs = receive(request.getInputs());
  const response = new ReadResponse();
  const found = await readObject(
    definition,
    request.getId(),
    state.values,
    runtime.context,
    request.hasInputs() ? inputs.values : undefined,
  );
  if (found === undefined) return response;
  const isImport = !request.hasProperties();
  if (isImport) refuseSecond(definition, found, request.getUrn(), runtime.context);
  // An import writes every live input, also one that a program could leave to the service.
  const outputs = isImport ? { ...found.outputs, undeclared: undefined } : found.outputs;
  const declared = isImport ? inputsOf(definition, outputs) : found.inputs;
  const secrets = bothSecrets(bothSecrets(inputs.secrets, state.secrets), declaredSecrets(definition));
  response.setId(found.id);
  response.setProperties(send(outputs, secrets, [...inputs.texts, ...state.texts]));
  if (declared !== undefined) response.setInputs(send(declared, secrets));
  response.setRefreshBeforeUpdate(true);
  return response;
}

/** An object that the program declares as another resource would get two that undo each other's changes. */
function refuseSecond(
  definition: ResourceDefinition,
  { id, outputs }: ReadResult,
  urn: string,
  context: Context,
): void {
  if (context.run.ownerOf({ kind: definition.kind, id, urn }, "delete") !== "another's") return;
  throw failed(recordedOf(definition, id, outputs), declaredTwice(id), "import", context);
}
