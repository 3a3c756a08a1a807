import { Metadata, status } from "@grpc/grpc-js";

/** A failed call as it arrives over gRPC. */
export function callFailed(error: unknown): Error {
  const {
    code,
    message: details = String(error),
    metadata,
  } = error as { readonly code?: status; readonly message?: string; readonly metadata?: Metadata };
  return Object.assign(new Error(details), {
    code: code ?? status.UNKNOWN,
    details,
    metadata: metadata ?? new Metadata(),
  });
}
