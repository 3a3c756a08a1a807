import { type ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb";

import { read as readObject } from "../lifecycle/read";
import { inputsOf } from "../lifecycle/record";
import { declaredSecrets } from "./declaredSecrets";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { bothSecrets, receive, send } from "./values";

/**
 * Reads an object for a refresh, or for an import or `get`, which come without recorded outputs. An answer without id says
 * that a recorded object is gone.
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
  // An import takes over all that is live, also what a program could have left to the service.
  const outputs = isImport ? { ...found.outputs, undeclared: undefined } : found.outputs;
  const declared = isImport ? inputsOf(definition, outputs) : found.inputs;
  const secrets = bothSecrets(bothSecrets(inputs.secrets, state.secrets), declaredSecrets(definition));
  response.setId(found.id);
  response.setProperties(send(outputs, secrets, [...inputs.texts, ...state.texts]));
  if (declared !== undefined) response.setInputs(send(declared, secrets));
  response.setRefreshBeforeUpdate(true);
  return response;
}
