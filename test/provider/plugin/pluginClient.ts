import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { DriverError, Properties } from "../../scenarios/driver";

/** Calls methods of a plugin as the engine does. */
export interface PluginClient {
  readonly call: <Response>(method: keyof typeof ResourceProviderService, request: unknown) => Promise<Response>;
  readonly close: () => void;
}

export interface CallFailure extends DriverError {
  /** The code of gRPC. */
  readonly code: grpc.status;
  /** Whether an object that is not finished is refreshed before the next update. */
  readonly refreshBeforeUpdate?: boolean;
}

export function pluginClient(port: number | string): PluginClient {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  type Unary = (request: unknown, callback: (error: grpc.ServiceError | null, answer: never) => void) => void;
  const methods = client as unknown as Record<string, Unary>;
  return {
    call: (method, request) =>
      new Promise((resolve, reject) => {
        methods[method as string]!.call(client, request, (error, answer) => {
          if (error === null) resolve(answer);
          else reject(failureOf(error));
        });
      }),
    close: () => {
      client.close();
    },
  };
}

/** Reads what the engine reads of a failed call. */
export function failureOf(error: grpc.ServiceError): CallFailure {
  const plain = Object.assign(new Error(error.details), { code: error.code });
  const [packed] = error.metadata.get("grpc-status-details-bin");
  if (packed === undefined) return plain;
  const [detail] = Status.deserializeBinary(packed as Buffer).getDetailsList();
  const failed = ErrorResourceInitFailed.deserializeBinary(detail!.getValue_asU8());
  return Object.assign(plain, {
    refreshBeforeUpdate: failed.getRefreshBeforeUpdate(),
    initFailure: {
      id: failed.getId(),
      properties: values(failed.getProperties()),
      reasons: failed.getReasonsList(),
    },
  });
}

export const values = (from: Struct | undefined): Properties => from?.toJavaScript() ?? {};
