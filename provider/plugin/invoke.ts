import { status } from "@grpc/grpc-js";
import type { InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { CallError } from "./callError";
import type { Session } from "./session";

export function invoke(request: InvokeRequest, _session: Session): InvokeResponse {
  throw new CallError(status.UNIMPLEMENTED, request.getTok());
}
