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
      const urn = request.getUrn();
      const message = request.getMessage();
      // An ephemeral message is only a status line of the CLI's display.
      if (message !== "" && !request.getEphemeral()) {
        report({ severity: severities[request.getSeverity()], message, ...(urn === "" ? {} : { urn }) });
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
