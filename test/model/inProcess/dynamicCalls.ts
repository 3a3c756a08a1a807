import { Metadata, status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { adapt } from "../../../provider/dynamic/adapter";
import { engineLog } from "../../../provider/engine/engineLog";
import { rootStack } from "../../../provider/engine/rootStack";
import type { ConfigReader } from "../../../provider/auth/configReader";
import { createRuntime, type Runtime } from "../../../provider/lifecycle/runtime";
import { definitionOf, type Kind, kinds } from "../../../provider/resources";
import { providerText } from "../../../sdk/providerText";
import type { ProviderCalls } from "../../../testing/engine/providers/providerClient";
import { callFailed } from "./callFailed";
import type { Surroundings } from "./surroundings";

type Values = Record<string, unknown>;

/** Pulumi's dynamic provider interface, without `any`. */
interface DynamicProvider {
  configure(request: { readonly config: ConfigReader }): Promise<void>;
  check(
    olds: Values,
    news: Values,
  ): Promise<{ inputs: Values; failures: { property: string; reason: string }[] }>;
  diff(
    id: string,
    olds: Values,
    news: Values,
  ): Promise<{ changes: boolean; replaces: string[]; deleteBeforeReplace: boolean }>;
  create(inputs: Values): Promise<{ id: string; outs: Values }>;
  read(id: string, outputs: Values): Promise<{ id?: string; props?: Values; inputs?: Values }>;
  update(id: string, olds: Values, news: Values): Promise<{ outs: Values }>;
  delete(id: string, outputs: Values): Promise<void>;
}

/**
 * The dynamic adapter behind what Pulumi's dynamic-provider process does to it: of a diff only changes, replaces and
 * deleteBeforeReplace get through, the text of the provider is added to every answer, and nothing is said of secrets.
 */
export function dynamicCalls(surroundings: Surroundings & { readonly engineAddress: string }): ProviderCalls {
  const { env, clock, engineAddress } = surroundings;
  const { warn } = engineLog(engineAddress);
  let config: ConfigReader = { get: () => undefined };
  let shared: Runtime | undefined;
  const runtimeOf = (reader: ConfigReader): Runtime =>
    (shared ??= createRuntime(reader, {
      env,
      clock,
      warn,
      log: () => undefined,
      stack: rootStack(engineAddress),
      engineAddress,
    }));
  const providers = new Map<unknown, DynamicProvider>();
  const providerOf = ({ __provider: text }: Values): DynamicProvider => {
    const kind = kinds.find((each) => providerText(each) === text);
    if (kind === undefined) throw new Error("code must be a string, not undefined");
    const provider = providers.get(kind) ?? configured(kind, runtimeOf, config);
    providers.set(kind, provider);
    return provider;
  };
  const call =
    <Request, Response>(answer: (request: Request) => Promise<Response> | Response) =>
    async (request: Request): Promise<Response> => {
      try {
        return await answer(request);
      } catch (error) {
        throw callFailed(error);
      }
    };
  const partial = (error: unknown): never => {
    const {
      id,
      properties = {},
      reasons = [],
    } = error as { id?: string; properties?: Values; reasons?: string[] };
    if (id === undefined) throw error;
    throw Object.assign(error as Error, { metadata: initFailed(id, properties, reasons) });
  };
  const unimplemented = call<unknown, never>(() => {
    throw Object.assign(new Error("the dynamic provider does not implement this"), {
      code: status.UNIMPLEMENTED,
    });
  });

  return {
    handshake: unimplemented,
    getPluginInfo: unimplemented as never,
    checkConfig: unimplemented,
    diffConfig: unimplemented,
    invoke: unimplemented,
    cancel: () => Promise.resolve(new Empty()),
    close: () => shared?.end(),

    configure: call((request: messages.ConfigureRequest) => {
      const args = values(request.getArgs());
      config = { get: (key) => opened(args[key]) };
      return new messages.ConfigureResponse();
    }),

    check: call(async (request: messages.CheckRequest) => {
      const [olds, news] = [values(request.getOlds()), values(request.getNews())];
      const { inputs, failures } = await providerOf(news).check(olds, news);
      const listed = failures.map(({ property, reason }) =>
        new messages.CheckFailure().setProperty(property).setReason(reason),
      );
      return new messages.CheckResponse().setInputs(struct(inputs, news)).setFailuresList(listed);
    }),

    diff: call(async (request: messages.DiffRequest) => {
      const [olds, news] = [values(request.getOlds()), values(request.getNews())];
      const result = await providerOf(news).diff(request.getId(), olds, news);
      const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
      return new messages.DiffResponse()
        .setChanges(result.changes ? DIFF_SOME : DIFF_NONE)
        .setReplacesList(result.replaces)
        .setDeletebeforereplace(result.deleteBeforeReplace);
    }),

    create: call(async (request: messages.CreateRequest) => {
      const props = values(request.getProperties());
      const { id, outs } = await providerOf(props).create(props).catch(partial);
      return new messages.CreateResponse().setId(id).setProperties(struct(outs, props));
    }),

    read: call(async (request: messages.ReadRequest) => {
      const props = values(request.getProperties());
      const found = await providerOf(props).read(request.getId(), props);
      const response = new messages.ReadResponse()
        .setId(found.id ?? "")
        .setProperties(struct(found.props, props));
      return found.inputs === undefined ? response : response.setInputs(struct(found.inputs, props));
    }),

    update: call(async (request: messages.UpdateRequest) => {
      const [olds, news] = [values(request.getOlds()), values(request.getNews())];
      const { outs } = await providerOf(news).update(request.getId(), olds, news).catch(partial);
      return new messages.UpdateResponse().setProperties(struct(outs, news));
    }),

    delete: call(async (request: messages.DeleteRequest) => {
      const props = values(request.getProperties());
      await providerOf(props).delete(request.getId(), props);
      return new Empty();
    }),
  };
}

function configured(
  kind: Kind,
  runtimeOf: (reader: ConfigReader) => Runtime,
  config: ConfigReader,
): DynamicProvider {
  const provider = adapt(definitionOf(kind), runtimeOf) as unknown as DynamicProvider;
  void provider.configure({ config });
  return provider;
}

const values = (message: Struct | undefined): Values => message?.toJavaScript() ?? {};

/** A message refuses `undefined` anywhere in it. */
const struct = (given: object | undefined, { __provider }: Values): Struct =>
  Struct.fromJavaScript({ ...given, __provider } as never);

/** Configuration that is secret arrives marked. */
function opened(value: unknown): string | undefined {
  const inner = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return typeof inner === "string" ? inner : undefined;
}

function initFailed(id: string, properties: Values, reasons: readonly string[]): Metadata {
  const failed = new messages.ErrorResourceInitFailed().setId(id).setReasonsList([...reasons]);
  const detail = new Any();
  detail.pack(
    failed.setProperties(Struct.fromJavaScript(properties as never)).serializeBinary(),
    "pulumirpc.ErrorResourceInitFailed",
  );
  const answer = new Status().setCode(status.UNKNOWN);
  answer.addDetails(detail);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  return metadata;
}
