import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { channelOptions } from "./channelOptions";

/** The engine's side of the protocols, served on loopback. */
export class RpcServer {
  private readonly server = new Server(channelOptions);

  /** Serves the engine and the monitor. Returns the address. */
  start(engine: UntypedServiceImplementation, monitor: UntypedServiceImplementation): Promise<string> {
    this.server.addService(EngineService, engine);
    this.server.addService(ResourceMonitorService, monitor);
    return new Promise((resolve, reject) => {
      this.server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(`127.0.0.1:${port}`);
      });
    });
  }

  /** Ends every connection. */
  stop(): void {
    this.server.forceShutdown();
  }
}
