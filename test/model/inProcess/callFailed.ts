import { Metadata, status } from "@grpc/grpc-js";

/** A failed call as it arrives over gRPC. */
export function callFailed(error: unknown): Error {
  const { code, metadata } = error as { readonly code?: status; readonly metadata?: Metadata };
  const details = error instanceof Error ? error.message : String(error);
  return Object.assign(new Error(details), {
    code: code ?? status.UNKNOWN,
    details,
    metadata: metadata ?? new Metadata(),
  });
}
