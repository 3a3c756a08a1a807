import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import {
  GetRootResourceResponse,
  LogSeverity,
  SetRootResourceResponse,
  type LogRequest,
  type SetRootResourceRequest,
} from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Diagnostic, Severity } from "./diagnostics";
import { unary } from "./unary";

const severities: Record<LogSeverity, Severity> = {
  [LogSeverity.DEBUG]: "debug",
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
};

/** The Engine protocol: messages of programs and providers become diagnostics, and the root resource is kept. */
export function engineService(report: (diagnostic: Diagnostic) => void): UntypedServiceImplementation {
  let root = "";
  return {
    log: unary((request: LogRequest) => {
      const [urn, message, streamId] = [request.getUrn(), request.getMessage(), request.getStreamid()];
      if (message !== "") {
        report({
          severity: severities[request.getSeverity()],
          message,
          ...(urn === "" ? {} : { urn }),
          ...(streamId === 0 ? {} : { streamId }),
          ...(request.getEphemeral() ? { ephemeral: true } : {}),
        });
      }
      return new Empty();
    }),
    getRootResource: unary(() => {
      return new GetRootResourceResponse().setUrn(root);
    }),
    setRootResource: unary((request: SetRootResourceRequest) => {
      root = request.getUrn();
      return new SetRootResourceResponse();
    }),
  };
}
