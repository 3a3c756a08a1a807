import { credentials } from "@grpc/grpc-js";
import type { handleUnaryCall, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { SetRootResourceRequest } from "@pulumi/pulumi/proto/engine_pb";
import * as messages from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { Program, ProgramContext, RunningProgram } from "../../../testing/engine/program/program";
import { unknown } from "../../../testing/engine/properties/markers";
import type { Properties } from "../../../testing/engine/properties/value";
import { stackType } from "../../../testing/engine/state/urn";
import { ownAddress } from "../../ownAddress";

/** A resource as an SDK registers it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  /** Types and names that it had before. */
  readonly aliases: readonly { readonly type?: string; readonly name?: string }[];
  /** Names of other resources in the list. */
  readonly dependsOn: readonly string[];
  /** Inputs, given the ids of the resources that `takesIdOf` names; in a preview an id may be unknown. */
  readonly inputs: (idOf: (name: string) => string) => Properties;
  /** The resources whose ids make inputs, by input. */
  readonly takesIdOf: Readonly<Record<string, string>>;
  readonly additionalSecretOutputs: readonly string[];
}

/** A program that is a list of resources. All are registered at once, each as soon as those it depends on are there. */
export class ListedProgram implements Program {
  readonly directory = __dirname;

  constructor(private readonly list: readonly Registration[]) {}

  start(context: ProgramContext): RunningProgram {
    const ended = this.run(context).then(
      () => undefined,
      // Who keeps quiet has declared all there is, and the engine deletes the rest.
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    return { ended, stop: () => ended.then(() => undefined) };
  }

  private async run({ address, monitor, project, stack }: ProgramContext): Promise<void> {
    const root = new messages.RegisterResourceRequest().setType(stackType).setName(`${project}-${stack}`);
    const { urn: parent } = await register(monitor, root);
    await setRoot(address, parent);
    const made = new Map<string, Promise<Made>>();
    const get = (name: string): Promise<Made> => made.get(name) ?? Promise.reject(new Error(`no ${name}`));
    // Whoever comes earlier in the list than what it depends on finds that too.
    const listed = Promise.resolve();
    for (const registration of this.list) {
      const work = listed.then(() => registerOne(monitor, parent, registration, get));
      work.catch(() => undefined);
      made.set(registration.name, work);
    }
    await Promise.all(made.values());
    await call(monitor, "signalAndWaitForShutdown", new Empty());
  }
}

/** Tells the engine the URN of the stack, which it tells providers. */
async function setRoot(address: string, urn: string): Promise<void> {
  const engine = new EngineClient(ownAddress(address), credentials.createInsecure());
  await new Promise<void>((resolve, reject) => {
    engine.setRootResource(new SetRootResourceRequest().setUrn(urn), (error: Error | null) => {
      if (error) reject(error);
      else resolve();
    });
  });
  engine.close();
}

interface Made {
  readonly urn: string;
  readonly id: string;
}

async function registerOne(
  monitor: UntypedServiceImplementation,
  parent: string,
  registration: Registration,
  get: (name: string) => Promise<Made>,
): Promise<Made> {
  const { takesIdOf, dependsOn } = registration;
  const ids = new Map<string, string>();
  const request = new messages.RegisterResourceRequest().setParent(parent);
  for (const [property, from] of Object.entries(takesIdOf)) {
    const { id, urn } = await get(from);
    ids.set(from, id === "" ? unknown : id);
    const on = new messages.RegisterResourceRequest.PropertyDependencies().setUrnsList([urn]);
    request.getPropertydependenciesMap().set(property, on);
  }
  const on = await Promise.all([...new Set([...ids.keys(), ...dependsOn])].map(get));
  request.setDependenciesList(on.map(({ urn }) => urn));
  return register(
    monitor,
    filled(request, registration, (from) => ids.get(from) ?? unknown),
  );
}

function filled(
  request: messages.RegisterResourceRequest,
  { type, name, aliases, inputs, additionalSecretOutputs }: Registration,
  idOf: (name: string) => string,
): messages.RegisterResourceRequest {
  return request
    .setType(type)
    .setName(name)
    .setCustom(true)
    .setAcceptsecrets(true)
    .setObject(Struct.fromJavaScript(inputs(idOf)))
    .setAdditionalsecretoutputsList([...additionalSecretOutputs])
    .setAliasesList(
      aliases.map((alias) => new Alias().setSpec(new Alias.Spec().setType(alias.type ?? "").setName(alias.name ?? ""))),
    );
}

async function register(
  monitor: UntypedServiceImplementation,
  request: messages.RegisterResourceRequest,
): Promise<Made> {
  const response = await call<messages.RegisterResourceResponse>(monitor, "registerResource", request);
  return { urn: response.getUrn(), id: response.getId() };
}

function call<Response>(monitor: UntypedServiceImplementation, method: string, request: unknown): Promise<Response> {
  const handle = monitor[method] as handleUnaryCall<unknown, Response>;
  return new Promise((resolve, reject) => {
    const done: sendUnaryData<Response> = (error, response) => {
      if (error) reject(new Error(error.details ?? "the call failed"));
      else resolve(response as Response);
    };
    handle({ request } as never, done);
  });
}
