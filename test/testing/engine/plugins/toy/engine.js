const { credentials, Metadata } = require("@grpc/grpc-js");
const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
const { ErrorResourceInitFailed } = require("@pulumi/pulumi/proto/provider_pb");
const { Status } = require("@pulumi/pulumi/proto/status_pb");
const { Any } = require("google-protobuf/google/protobuf/any_pb");
const { status } = require("@grpc/grpc-js");

/** Tells the engine, whose address the process was started with. */
exports.log = ({ message, urn, streamId = 0, ephemeral = false }) => {
  const engine = new EngineClient(process.argv[2], credentials.createInsecure());
  const request = new LogRequest().setSeverity(LogSeverity.INFO).setMessage(message).setUrn(urn);
  request.setStreamid(streamId).setEphemeral(ephemeral);
  return new Promise((resolve) => engine.log(request, () => resolve(engine.close())));
};

/** The failure of a note that is there, but not as it should be. */
exports.partialFailure = (id, properties, reasons, refreshBeforeUpdate) => {
  const failure = new ErrorResourceInitFailed().setId(id).setProperties(properties).setReasonsList(reasons);
  const detail = new Any();
  detail.pack(
    failure.setRefreshBeforeUpdate(refreshBeforeUpdate).serializeBinary(),
    "pulumirpc.ErrorResourceInitFailed",
  );
  const details = new Status().setCode(status.UNKNOWN).setMessage("partial").setDetailsList([detail]);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(details.serializeBinary()));
  return Object.assign(new Error(reasons.join()), { metadata });
};
