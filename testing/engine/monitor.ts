import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { CheckFailure, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import * as messages from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { everything, fromStruct, toStruct } from "./properties/wire";
import type { Properties } from "./properties/value";
import type { Provider } from "./providers/provider";
import type { ResourceState } from "./state/resourceState";
import { stackType, typeOf } from "./state/urn";
import { toGoal, toReadGoal } from "./goals";
import type { Registrar } from "./registrar";
import { ShuttingDown, unary } from "./unary";

/** The features that the SDK may use. The SDK refuses programs that need transforms, hooks or parameterized packages. */
const features = new Set(["secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith"]);

/** What the monitor needs of the operation it serves. */
export interface MonitorHost {
  readonly registrar: Registrar;
  /** Settles when the operation has ended, with success or failure. */
  readonly over: Promise<unknown>;
  /** The program has registered all of its resources. */
  programDone(): void;
  /** Ends the operation with an error. */
  fail(error: unknown): void;
  /** Calls a function of a provider. */
  invoke(provider: string, token: string, args: Properties): ReturnType<Provider["invoke"]>;
  /** The outputs of the stack; they are recorded at the end. */
  setStackOutputs(outputs: Properties): void;
}

/** The ResourceMonitor protocol, which programs speak. */
export function monitorService(host: MonitorHost): UntypedServiceImplementation {
  const { registrar } = host;
  return {
    supportsFeature: unary((request: messages.SupportsFeatureRequest) => {
      return new messages.SupportsFeatureResponse().setHassupport(features.has(request.getId()));
    }),
    registerResource: unary(async (request: messages.RegisterResourceRequest) => {
      const state = await untilOver(host, () => register(registrar, request));
      const response = new messages.RegisterResourceResponse().setUrn(state.urn).setId(state.id);
      // The outputs of a component may refer to resources that are not registered yet.
      return response.setObject(toStruct(state.custom ? state.outputs : {}, everything));
    }),
    readResource: unary(async (request: messages.ReadResourceRequest) => {
      const state = await untilOver(host, () => registrar.read(toReadGoal(request)));
      return new messages.ReadResourceResponse().setUrn(state.urn).setProperties(toStruct(state.outputs, everything));
    }),
    registerResourceOutputs: unary((request: messages.RegisterResourceOutputsRequest) => {
      const outputs = fromStruct(request.getOutputs());
      if (typeOf(request.getUrn()) === stackType) host.setStackOutputs(outputs);
      else registrar.setOutputs(request.getUrn(), outputs);
      return new Empty();
    }),
    invoke: unary((request: messages.ResourceInvokeRequest) => {
      if (request.getTok() === "pulumi:pulumi:getResource") return getResource(registrar, request);
      return invoke(host, request);
    }),
    signalAndWaitForShutdown: unary(async () => {
      host.programDone();
      await host.over;
      return new Empty();
    }),
  };
}

async function register(registrar: Registrar, request: messages.RegisterResourceRequest): Promise<ResourceState> {
  const resource = `${request.getType()} '${request.getName()}'`;
  if (request.getRemote()) throw new Error(`${resource}: the test engine has no components of other packages.`);
  return registrar.register(toGoal(request), new Map(request.getProvidersMap().entries()));
}

/**
 * A call that was interrupted by the end of the operation is answered last, so the program sees everything that happened
 * before. An error in a registration ends the operation. The program would only repeat the error with a stack trace.
 */
async function untilOver<Result>(host: MonitorHost, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShuttingDown)) host.fail(error);
    await host.over;
    throw new ShuttingDown();
  }
}

/** The failure of a function is passed to the program. */
async function invoke(host: MonitorHost, request: messages.ResourceInvokeRequest): Promise<InvokeResponse> {
  const type = request.getTok();
  const call = { type, version: request.getVersion(), provider: request.getProvider() };
  const provider = await untilOver(host, () => host.registrar.providerFor(call));
  const { result, failures } = await host.invoke(provider, type, fromStruct(request.getArgs()));
  const answer = new InvokeResponse().setReturn(toStruct(result, everything));
  return answer.setFailuresList(
    failures.map(({ property, reason }) => new CheckFailure().setProperty(property).setReason(reason)),
  );
}

/** Finds the resource that a reference names. */
function getResource(registrar: Registrar, request: messages.ResourceInvokeRequest): InvokeResponse {
  const urn = fromStruct(request.getArgs())["urn"];
  const state = typeof urn === "string" ? registrar.find(urn) : undefined;
  if (!state) throw new Error(`unknown resource ${JSON.stringify(urn)}`);
  const found = { urn: state.urn, id: state.id, state: state.outputs };
  return new InvokeResponse().setReturn(toStruct(found, everything));
}
