import { Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { expect } from "chai";

import { rootStack } from "../../../provider/engine/rootStack";
import { engineService } from "../../../testing/engine/engineService";
import type { ProgramContext } from "../../../testing/engine/program/program";
import { ListedProgram } from "./listedProgram";
import { ownAddress } from "../../ownAddress";

const urn = "urn:pulumi:test::model::pulumi:pulumi:Stack::model-test";

/** A monitor that takes the stack, at an address where an engine may be or not. */
const contextAt = (address: string): ProgramContext =>
  ({
    address,
    monitor: {
      registerResource: (_call: unknown, answer: (error: null, response: unknown) => void) => {
        answer(null, { getUrn: () => urn, getId: () => "" });
      },
      signalAndWaitForShutdown: (_call: unknown, answer: (error: null, response: unknown) => void) => {
        answer(null, {});
      },
    },
    project: "model",
    stack: "test",
  }) as unknown as ProgramContext;

/** @param address one that is free again; left out, any */
const anEngine = async (address = "127.0.0.1:0"): Promise<{ server: Server; address: string }> => {
  const server = new Server();
  server.addService(
    EngineService,
    engineService(() => undefined),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return { server, address: `127.0.0.1:${port}` };
};

describe("a program that is a list", () => {
  it("says so when the engine cannot be reached, instead of declaring nothing", async () => {
    const { server, address } = await anEngine();
    server.forceShutdown();

    const ended = await new ListedProgram([]).start(contextAt(address)).ended;

    expect(ended).to.be.instanceOf(Error);
  });

  it("reaches an engine at the port of one that somebody has called too late", async () => {
    const { server, address } = await anEngine();
    const late = rootStack(ownAddress(address));
    await late();
    server.forceShutdown();
    await late();
    const { server: next } = await anEngine(address);

    const ended = await new ListedProgram([]).start(contextAt(address)).ended;
    const stack = await rootStack(ownAddress(address))();

    next.forceShutdown();
    expect([ended, stack]).to.deep.equal([undefined, "model/test"]);
  });
});
