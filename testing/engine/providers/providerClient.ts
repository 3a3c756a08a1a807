import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { channelOptions } from "../channelOptions";

type Done<Response> = (error: ServiceError | null, response: Response) => void;

/** The calls of the provider protocol that the engine makes, as promises. */
export type ProviderCalls = Pick<ProviderClient, keyof ProviderClient>;

/** The calls over gRPC. */
export class ProviderClient {
  private readonly stub: ResourceProviderClient;

  /** @param address host and port of the provider */
  constructor(address: string) {
    this.stub = new ResourceProviderClient(address, credentials.createInsecure(), channelOptions);
  }

  handshake = (request: messages.ProviderHandshakeRequest) =>
    asPromise<messages.ProviderHandshakeResponse>((done) => this.stub.handshake(request, done));
  getPluginInfo = () => asPromise<PluginInfo>((done) => this.stub.getPluginInfo(new Empty(), done));
  checkConfig = (request: messages.CheckRequest) =>
    asPromise<messages.CheckResponse>((done) => this.stub.checkConfig(request, done));
  diffConfig = (request: messages.DiffRequest) =>
    asPromise<messages.DiffResponse>((done) => this.stub.diffConfig(request, done));
  configure = (request: messages.ConfigureRequest) =>
    asPromise<messages.ConfigureResponse>((done) => this.stub.configure(request, done));
  check = (request: messages.CheckRequest) =>
    asPromise<messages.CheckResponse>((done) => this.stub.check(request, done));
  diff = (request: messages.DiffRequest) => asPromise<messages.DiffResponse>((done) => this.stub.diff(request, done));
  create = (request: messages.CreateRequest) =>
    asPromise<messages.CreateResponse>((done) => this.stub.create(request, done));
  read = (request: messages.ReadRequest) => asPromise<messages.ReadResponse>((done) => this.stub.read(request, done));
  update = (request: messages.UpdateRequest) =>
    asPromise<messages.UpdateResponse>((done) => this.stub.update(request, done));
  delete = (request: messages.DeleteRequest) => asPromise<Empty>((done) => this.stub.delete(request, done));
  invoke = (request: messages.InvokeRequest) =>
    asPromise<messages.InvokeResponse>((done) => this.stub.invoke(request, done));
  cancel = () => asPromise<Empty>((done) => this.stub.cancel(new Empty(), done));

  /** Closes the connection. */
  close(): void {
    this.stub.close();
  }
}

function asPromise<Response>(send: (done: Done<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    send((error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}
