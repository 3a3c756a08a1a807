import type { Metadata } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { fromStruct } from "../properties/wire";
import type { Properties } from "../properties/value";

/** The resource exists, but did not get all the way to what was asked for: it stays in state with the reasons. */
export class InitError extends Error {
  override readonly name = "InitError";

  constructor(
    readonly id: string,
    readonly properties: Properties,
    readonly inputs: Properties | undefined,
    readonly reasons: string[],
  ) {
    const count = reasons.length === 1 ? "1 error" : `${reasons.length} errors`;
    super([`${count} occurred:`, ...reasons.map((reason) => `\t* ${reason}`)].join("\n"));
  }
}

/** What a failed call says: a partial failure out of the status details, or the provider's message without the gRPC code. */
export function toProviderError(error: unknown): Error {
  if (!isGrpcError(error)) return error instanceof Error ? error : new Error(String(error));
  const [details] = error.metadata.get("grpc-status-details-bin");
  const failure = details instanceof Buffer ? findInitFailure(details) : undefined;
  return failure ?? new Error(error.details, { cause: error });
}

interface GrpcError {
  details: string;
  metadata: Metadata;
}

function isGrpcError(error: unknown): error is GrpcError {
  return error instanceof Error && "details" in error && "metadata" in error;
}

function findInitFailure(details: Buffer): InitError | undefined {
  const name = "pulumirpc.ErrorResourceInitFailed";
  for (const detail of Status.deserializeBinary(details).getDetailsList()) {
    if (detail.getTypeName() !== name) continue;
    const failure = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
    const inputs = failure.hasInputs() ? fromStruct(failure.getInputs()) : undefined;
    return new InitError(
      failure.getId(),
      fromStruct(failure.getProperties()),
      inputs,
      failure.getReasonsList(),
    );
  }
  return undefined;
}
