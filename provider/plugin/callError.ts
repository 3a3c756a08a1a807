import { Metadata, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { Values } from "../declare/plainValues";
import {
  AuthError,
  CancelledError,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  tell,
  ThrottledError,
  TimeoutError,
  ValidationError,
} from "../errors";
import { type ToldFailure, toldFailure } from "../engine/toldFailure";
import { type Secrets, send } from "./values";

type ErrorClass = abstract new (...args: never[]) => Error;

const codes: readonly (readonly [ErrorClass, status])[] = [
  [ValidationError, status.INVALID_ARGUMENT],
  [ConfigurationError, status.FAILED_PRECONDITION],
  [AuthError, status.UNAUTHENTICATED],
  [ForbiddenError, status.PERMISSION_DENIED],
  [NotFoundError, status.NOT_FOUND],
  [ConflictError, status.ALREADY_EXISTS],
  [ThrottledError, status.RESOURCE_EXHAUSTED],
  [TimeoutError, status.DEADLINE_EXCEEDED],
  [CancelledError, status.ABORTED],
  [ConnectionError, status.UNAVAILABLE],
];

/** A failed call as gRPC sends it. The user sees the message only. */
export class CallError extends Error {
  constructor(
    readonly code: status,
    message: string,
    readonly metadata?: Metadata,
  ) {
    super(tell(message));
  }

  /**
   * @param secrets the secrets in the outputs of an object that exists but is not finished
   * @param texts values that are also secret within other texts
   */
  static of(error: unknown, secrets?: Secrets, texts?: readonly string[]): CallError {
    if (error instanceof CallError) return error;
    const struct = (outputs: Values): Struct => send(outputs, secrets, texts);
    const told = toldFailure(error, (outputs) => struct(outputs).serializeBinary().length);
    const [, code = status.UNKNOWN] = codes.find(([known]) => error instanceof known) ?? [];
    return new CallError(code, told.message, told.partial && partialFailure(told.message, told.partial, struct));
  }
}

/** The engine records the object as it is, and the next run finishes it. */
function partialFailure(
  message: string,
  { id, outputs, reasons }: NonNullable<ToldFailure["partial"]>,
  struct: (outputs: Values) => Struct,
): Metadata {
  const failed = new ErrorResourceInitFailed();
  failed.setId(id);
  failed.setProperties(struct(outputs));
  failed.setReasonsList([...reasons]);
  failed.setRefreshBeforeUpdate(true);
  const detail = new Any();
  detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const answer = new Status();
  answer.setCode(status.UNKNOWN);
  answer.setMessage(message);
  answer.addDetails(detail);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  return metadata;
}
