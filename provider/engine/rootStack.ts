import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceRequest, type GetRootResourceResponse } from "@pulumi/pulumi/proto/engine_pb";

import { stackOfUrn } from "./stackOfUrn";

/**
 * Asks the engine for the stack of its program, `project/stack`. A dynamic provider has no other source for it.
 * `undefined` if no program runs (refresh and destroy), or if the engine does not answer.
 */
export function rootStack(address: string): () => Promise<string | undefined> {
  let client: EngineClient | undefined;
  return () =>
    new Promise((resolve) => {
      client ??= new EngineClient(address, credentials.createInsecure());
      const answered = (error: Error | null, answer?: GetRootResourceResponse): void => {
        resolve(error === null ? stackOfUrn(answer?.getUrn() ?? "") : undefined);
      };
      client.getRootResource(new GetRootResourceRequest(), answered);
    });
}
