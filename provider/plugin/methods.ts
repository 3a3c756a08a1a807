import { status } from "@grpc/grpc-js";
import { type ConfigureRequest, GetMappingResponse, GetMappingsResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { CallError } from "./callError";
import { checkConfig } from "./checkConfig";
import { configure } from "./configure";
import { diffConfig } from "./diffConfig";
import { getPluginInfo } from "./getPluginInfo";
import { getSchema } from "./getSchema";
import { handshake } from "./handshake";
import type { Methods } from "./method";
import { type PluginEnvironment, Session } from "./session";

/** Answers one call of the engine. It rejects with a CallError. */
export type Answer = (method: string, request: unknown) => Promise<unknown>;

/** One provider instance. */
export interface Provider {
  readonly answer: Answer;
  /** The run has ended. All answers are in state. */
  readonly end: () => void;
}

/** The methods that the engine calls for every instance, also for one that is only compared with the state. They load little. */
const instanceMethods: Methods = {
  handshake,
  attach: (request: PluginAttach, session) => {
    session.attach(request.getAddress());
    return new Empty();
  },
  cancel: (_request, session) => {
    session.cancel();
    return new Empty();
  },
  getPluginInfo,
  getSchema,
  // There is no mapping from another tool's names.
  getMapping: () => new GetMappingResponse(),
  getMappings: () => new GetMappingsResponse(),
  checkConfig,
  diffConfig,
  configure: (request: ConfigureRequest, session) => {
    // A configured instance gets calls soon. Load the rest in the meantime.
    void resourceMethods();
    return configure(request, session);
  },
};

let loading: Promise<Methods> | undefined;

/** Cached, because each `import()` costs as much as a small call. */
const resourceMethods = (): Promise<Methods> =>
  (loading ??= import("./resourceMethods.js").then((module) => module.resourceMethods));

/** The protocol for one provider instance. The engine does not require the missing methods. */
export function serveProvider(environment: PluginEnvironment): Provider {
  const session = new Session(environment);
  const answer: Answer = async (name, request) => {
    const method = instanceMethods[name] ?? (await resourceMethods())[name];
    if (method === undefined) throw new CallError(status.UNIMPLEMENTED, `there is no ${name} here`);
    try {
      return await session.about(urnOf(request), () => method(request as never, session));
    } catch (error) {
      throw CallError.of(error);
    }
  };
  return {
    answer,
    end: () => {
      session.end();
    },
  };
}

const urnOf = (request: unknown): string =>
  (request as { readonly getUrn?: () => string } | undefined)?.getUrn?.() ?? "";
