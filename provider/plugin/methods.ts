import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { CallError } from "./callError";
import { check } from "./check";
import { checkConfig } from "./checkConfig";
import { configure } from "./configure";
import { create } from "./create";
import { remove } from "./delete";
import { diff } from "./diff";
import { diffConfig } from "./diffConfig";
import { getPluginInfo } from "./getPluginInfo";
import { getSchema } from "./getSchema";
import { handshake } from "./handshake";
import { invoke } from "./invoke";
import { read } from "./read";
import { type PluginSurroundings, Session } from "./session";
import { update } from "./update";

/** Answers one call of the engine; what it rejects with is a CallError. */
export type Answer = (method: string, request: unknown) => Promise<unknown>;

/** One provider instance. */
export interface Provider {
  readonly answer: Answer;
  /** The run is over, and what was answered is in state. */
  readonly end: () => void;
}

type Method = (request: never, session: Session) => unknown;

/** The methods of Pulumi's provider protocol that there are; the engine knows how to do without the others. */
const methods: Readonly<Record<string, Method>> = {
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
  // No other tool's names are mapped to ours.
  getMapping: () => new messages.GetMappingResponse(),
  getMappings: () => new messages.GetMappingsResponse(),
  checkConfig,
  diffConfig,
  configure,
  check,
  diff,
  create,
  read,
  update,
  delete: remove,
  invoke,
};

/** The protocol for one provider instance. */
export function serveProvider(surroundings: PluginSurroundings): Provider {
  const session = new Session(surroundings);
  const answer: Answer = async (name, request) => {
    const method = methods[name];
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
