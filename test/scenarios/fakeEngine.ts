import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** The part of the engine that a provider process talks to: its log. */
export class FakeEngine {
  readonly warnings: string[] = [];

  private constructor(
    private readonly server: grpc.Server,
    readonly address: string,
  ) {}

  static async start(): Promise<FakeEngine> {
    const server = new grpc.Server();
    const log = (call: { request: LogRequest }, callback: (error: null, answer: Empty) => void): void => {
      if (call.request.getSeverity() === LogSeverity.WARNING) engine.warnings.push(call.request.getMessage());
      callback(null, new Empty());
    };
    server.addService(EngineService, { log });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    const engine = new FakeEngine(server, `127.0.0.1:${port}`);
    return engine;
  }

  close(): void {
    this.server.forceShutdown();
  }
}
