import { type handleUnaryCall, Server, ServerCredentials, status } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { unary } from "../testing/engine/unary";

const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;

const textOf = (values: Struct | undefined): string => JSON.stringify(values?.toJavaScript());

/** A native plugin that does nothing. The engine reads each resource before it compares, as for our plugin. */
const methods = {
  getPluginInfo: unary(() => new PluginInfo().setVersion("0.0.0")),
  checkConfig: unary((request: messages.CheckRequest) => new messages.CheckResponse().setInputs(request.getNews())),
  diffConfig: unary(() => new messages.DiffResponse().setChanges(DIFF_NONE)),
  configure: unary(() =>
    new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true).setAcceptresources(true),
  ),
  check: unary((request: messages.CheckRequest) => new messages.CheckResponse().setInputs(request.getNews())),
  diff: unary((request: messages.DiffRequest) => {
    const isSame = textOf(request.getOldInputs()) === textOf(request.getNews());
    return new messages.DiffResponse().setChanges(isSame ? DIFF_NONE : DIFF_SOME);
  }),
  create: unary((request: messages.CreateRequest) =>
    new messages.CreateResponse().setId("nothing").setProperties(request.getProperties()).setRefreshBeforeUpdate(true),
  ),
  read: unary((request: messages.ReadRequest) =>
    new messages.ReadResponse()
      .setId(request.getId())
      .setProperties(request.getProperties())
      .setInputs(request.getInputs())
      .setRefreshBeforeUpdate(true),
  ),
  update: unary((request: messages.UpdateRequest) =>
    new messages.UpdateResponse().setProperties(request.getNews()).setRefreshBeforeUpdate(true),
  ),
  delete: unary(() => new Empty()),
  cancel: unary(() => new Empty()),
};

const unimplemented: handleUnaryCall<unknown, unknown> = (_call, callback) => {
  callback({ code: status.UNIMPLEMENTED });
};

const server = new Server();
const names = Object.keys(ResourceProviderService);
server.addService(ResourceProviderService, {
  ...Object.fromEntries(names.map((name) => [name, unimplemented])),
  ...methods,
});
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${port}\n`);
});
process.on("SIGINT", () => process.exit());
