import type { ServiceError } from "@grpc/grpc-js";
import { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { Clock } from "../../provider/transport/clock";
import { providerText } from "../../sdk/providerText";
import { dynamicCalls } from "../inProcess/dynamicCalls";
import { pluginCalls } from "../inProcess/pluginCalls";
import { ownAddress } from "../ownAddress";
import { failureOf } from "../provider/plugin/pluginClient";
import type { ProviderDriver } from "./driver";
import { driveDynamic, withInitFailure } from "./dynamicDriver";
import type { FakeEngine } from "./fakeEngine";
import { drivePlugin } from "./pluginDriver";

/** What a provider in this process is started with. */
export interface ServedOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Stack configuration, or the arguments of an explicit provider. */
  readonly config?: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly engine: FakeEngine;
}

/** A run of the engine with a provider in this process, called without a connection in between; it ends with its driver. */
export interface Served {
  readonly driver: ProviderDriver;
  /** What the engine says on the first Ctrl-C. */
  readonly cancel: () => Promise<unknown>;
}

type Calls = Readonly<Record<string, (request: unknown) => Promise<unknown>>>;

/** Starts the dynamic adapter behind Pulumi's service. */
export async function serveDynamic({ engine, config = {}, ...process }: ServedOptions): Promise<Served> {
  const calls = dynamicCalls({ ...process, engineAddress: ownAddress(engine.address) });
  const rpc = async (method: string, request: unknown): Promise<never> =>
    (calls as unknown as Calls)[method]!(request).catch((error: unknown) => {
      throw withInitFailure(error as ServiceError);
    }) as Promise<never>;
  await rpc("configure", new ConfigureRequest().setArgs(Struct.fromJavaScript(config)));
  const close = (): void => {
    calls.close();
  };
  const driver = driveDynamic(rpc, engine.warnings, () => "", providerText, close);
  return { driver, cancel: () => Promise.resolve() };
}

/** Starts the plugin. */
export async function servePlugin({ engine, config = {}, ...process }: ServedOptions): Promise<Served> {
  const calls = pluginCalls({ ...process, engineAddress: ownAddress(engine.address) });
  const call = async (method: string | number, request: unknown): Promise<never> =>
    (calls as unknown as Calls)[method]!(request).catch((error: unknown) => {
      throw failureOf(error as ServiceError);
    }) as Promise<never>;
  const driver = await drivePlugin({ call, close: () => undefined }, engine, config, undefined, () => {
    calls.close();
  });
  return { driver, cancel: () => calls.cancel() };
}
