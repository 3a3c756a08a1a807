import type { Metadata } from "@grpc/grpc-js";
import { ConfigureErrorMissingKeys, ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { fromStruct } from "../properties/wire";
import type { Properties } from "../properties/value";

/** The details of a partial failure: the resource exists, but is not as requested. */
export interface InitFailure {
  readonly id: string;
  readonly properties: Properties;
  readonly inputs: Properties | undefined;
  readonly reasons: string[];
  readonly refreshBeforeUpdate: boolean;
}

/** The resource is kept in state with the reasons. */
export class InitError extends Error {
  override readonly name = "InitError";

  constructor(readonly failure: InitFailure) {
    const { reasons } = failure;
    const count = reasons.length === 1 ? "1 error" : `${reasons.length} errors`;
    super([`${count} occurred:`, ...reasons.map((reason) => `\t* ${reason}`)].join("\n"));
  }
}

/** The error of a failed call: a partial failure from the status details, or the provider's message without the gRPC code. */
export function toProviderError(error: unknown): Error {
  if (!isGrpcError(error)) return error instanceof Error ? error : new Error(String(error));
  const [details] = error.metadata.get("grpc-status-details-bin");
  const failure = details instanceof Buffer ? findFailure(details) : undefined;
  return failure ?? new Error(error.details, { cause: error });
}

interface GrpcError {
  details: string;
  metadata: Metadata;
}

function isGrpcError(error: unknown): error is GrpcError {
  return error instanceof Error && "details" in error && "metadata" in error;
}

function findFailure(details: Buffer): Error | undefined {
  for (const detail of Status.deserializeBinary(details).getDetailsList()) {
    const bytes = detail.getValue_asU8();
    if (detail.getTypeName() === "pulumirpc.ErrorResourceInitFailed") return toInitError(bytes);
    if (detail.getTypeName() === "pulumirpc.ConfigureErrorMissingKeys") return toMissingKeys(bytes);
  }
  return undefined;
}

function toInitError(bytes: Uint8Array): InitError {
  const failure = ErrorResourceInitFailed.deserializeBinary(bytes);
  return new InitError({
    id: failure.getId(),
    properties: fromStruct(failure.getProperties()),
    inputs: failure.hasInputs() ? fromStruct(failure.getInputs()) : undefined,
    reasons: failure.getReasonsList(),
    refreshBeforeUpdate: failure.getRefreshBeforeUpdate(),
  });
}

function toMissingKeys(bytes: Uint8Array): Error {
  const keys = ConfigureErrorMissingKeys.deserializeBinary(bytes).getMissingkeysList();
  const lines = keys.map(
    (key) =>
      `missing required configuration key "${key.getName()}": ${key.getDescription()}\n` +
      `Set a value using the command \`pulumi config set ${key.getName()} <value>\`.`,
  );
  return new Error(lines.join("\n"));
}
