import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceResponse, type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** The part of the engine that a provider process talks to: its log, and which program runs. */
export class FakeEngine {
  readonly warnings: string[] = [];
  /** Everything else that was said. */
  readonly lines: string[] = [];
  /** Each line with the resource it is about. */
  readonly said: { readonly urn: string; readonly message: string; readonly isEphemeral: boolean }[] = [];

  private constructor(
    private readonly server: grpc.Server,
    readonly address: string,
  ) {}

  static async start(): Promise<FakeEngine> {
    const server = new grpc.Server();
    const log = (call: { request: LogRequest }, callback: (error: null, answer: Empty) => void): void => {
      const { request } = call;
      const message = request.getMessage();
      (request.getSeverity() === LogSeverity.WARNING ? engine.warnings : engine.lines).push(message);
      engine.said.push({ urn: request.getUrn(), message, isEphemeral: request.getEphemeral() });
      callback(null, new Empty());
    };
    const getRootResource = (_: unknown, callback: (error: null, answer: GetRootResourceResponse) => void): void => {
      callback(null, new GetRootResourceResponse().setUrn("urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev"));
    };
    server.addService(EngineService, { log, getRootResource });
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
