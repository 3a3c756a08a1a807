import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { providerText } from "../../sdk/providerText";
import type { Kind } from "../../provider/resources";
import type { DriverError, Properties, ProviderDriver } from "./driver";
import { freshPulumiHome } from "../pulumiHome";
import { FakeEngine } from "./fakeEngine";

const root = join(__dirname, "../../..");

export interface DynamicDriverOptions {
  /** Environment of the process beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Stack configuration, or the arguments of an explicit provider. */
  readonly config?: Readonly<Record<string, string>>;
}

/** The real process of `@pulumi/pulumi/cmd/dynamic-provider`. */
export interface DynamicProcess {
  /**
   * Drives it over gRPC as the engine does. Every call is a new run, which knows nothing of earlier ones.
   * With `isAbandoned` the engine of the run before did not come to its end.
   */
  run(options?: { readonly isAbandoned?: boolean }): ProviderDriver;
  /** Everything the process has written to stdout and stderr; complete when it has ended. */
  readonly printed: () => string;
  /** What it has told the engine. */
  readonly said: FakeEngine["said"];
  readonly stdin: NodeJS.WritableStream;
  /** What the engine says on the first Ctrl-C. */
  cancel(): Promise<void>;
  /** Takes the engine's port away, as when the engine was killed. */
  stopEngine(): void;
  /** Exit code of the process, once it has ended and its output is read. */
  readonly ended: Promise<number | null>;
  close(): Promise<void>;
}

/** A process with one run; it ends with the driver. */
export async function startDynamicDriver(options: DynamicDriverOptions = {}): Promise<ProviderDriver> {
  const running = await startDynamicProcess(options);
  const driver = running.run();
  return {
    ...driver,
    get warnings() {
      return driver.warnings;
    },
    close: () => running.close(),
  };
}

/** Starts the process; loading Pulumi's SDK takes it over a second. */
export async function startDynamicProcess(options: DynamicDriverOptions = {}): Promise<DynamicProcess> {
  const engine = await FakeEngine.start();
  const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const child = spawn(process.execPath, [script, engine.address], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      PULUMI_HOME: freshPulumiHome(),
      PULUMI_NODEJS_PROJECT: "test",
      ...options.env,
    },
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const port = await firstLine(child, () => printed);
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const rpc = caller(client);

  const configure = new messages.ConfigureRequest();
  configure.setArgs(Struct.fromJavaScript({ ...options.config }));
  await rpc<messages.ConfigureResponse>("configure", configure);

  let runs = 0;
  return {
    run: ({ isAbandoned = false } = {}) =>
      driveDynamic(rpc, engine.warnings, () => printed, textOfRun(++runs, isAbandoned)),
    printed: () => printed,
    said: engine.said,
    stdin: child.stdin,
    cancel: async () => {
      await rpc("cancel", new Empty());
    },
    stopEngine: () => {
      engine.close();
    },
    ended,
    close,
  };

  async function close(): Promise<void> {
    client.close();
    child.kill("SIGKILL");
    await ended;
    engine.close();
  }
}

/**
 * Drives the dynamic adapter behind Pulumi's service, wherever that runs, as the engine does.
 * @param textOf what stands in state for the provider of a kind
 */
export function driveDynamic(
  rpc: Rpc,
  allWarnings: readonly string[],
  allPrinted: () => string,
  textOf: (kind: Kind) => string,
  close: () => void | Promise<void> = () => undefined,
): ProviderDriver {
  const struct = (kind: string, properties: Properties): Struct => {
    const { __provider, ...rest } = { ...properties, __provider: textOf(kind as Kind) };
    const lacksText = "__provider" in properties && properties.__provider === undefined;
    return Struct.fromJavaScript(lacksText ? rest : { ...rest, __provider });
  };
  const warningsBefore = allWarnings.length;
  const printedBefore = allPrinted().length;
  return {
    get warnings() {
      return allWarnings.slice(warningsBefore);
    },
    printed: () => allPrinted().slice(printedBefore),

    async check(kind, olds, news) {
      const request = new messages.CheckRequest();
      request.setOlds(struct(kind, olds));
      request.setNews(struct(kind, news));
      const response = await rpc<messages.CheckResponse>("check", request);
      return {
        inputs: values(response.getInputs()),
        failures: response
          .getFailuresList()
          .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() })),
      };
    },

    async diff(kind, id, olds, news) {
      const request = new messages.DiffRequest();
      request.setId(id);
      request.setOlds(struct(kind, olds));
      request.setNews(struct(kind, news));
      const response = await rpc<messages.DiffResponse>("diff", request);
      return {
        changes: response.getChanges() !== messages.DiffResponse.DiffChanges.DIFF_NONE,
        replaces: response.getReplacesList(),
        deleteBeforeReplace: response.getDeletebeforereplace(),
      };
    },

    async create(kind, inputs) {
      const request = new messages.CreateRequest();
      request.setProperties(struct(kind, inputs));
      const response = await rpc<messages.CreateResponse>("create", request);
      return { id: response.getId(), outputs: values(response.getProperties()) };
    },

    async read(kind, id, outputs) {
      const request = new messages.ReadRequest();
      request.setId(id);
      request.setProperties(struct(kind, outputs));
      const response = await rpc<messages.ReadResponse>("read", request);
      return {
        id: response.getId(),
        outputs: values(response.getProperties()),
        inputs: values(response.getInputs()),
      };
    },

    async update(kind, id, olds, news) {
      const request = new messages.UpdateRequest();
      request.setId(id);
      request.setOlds(struct(kind, olds));
      request.setNews(struct(kind, news));
      return values((await rpc<messages.UpdateResponse>("update", request)).getProperties());
    },

    async delete(kind, id, outputs) {
      const request = new messages.DeleteRequest();
      request.setId(id);
      request.setProperties(struct(kind, outputs));
      await rpc("delete", request);
    },

    close: () => Promise.resolve().then(close),
  };
}

/** Calls a method of the service. */
export type Rpc = <Response>(method: string, request: unknown) => Promise<Response>;

const caller =
  (client: ResourceProviderClient): Rpc =>
  (method, request) =>
    new Promise((resolve, reject) => {
      const methods = client as unknown as Record<
        string,
        (r: unknown, cb: (e: grpc.ServiceError | null, r: never) => void) => void
      >;
      methods[method]!.call(client, request, (error, response) => {
        if (error === null) resolve(response);
        else reject(withInitFailure(error));
      });
    });

/** Reads what the engine reads of an object that exists but is not finished. */
export function withInitFailure(error: grpc.ServiceError): DriverError {
  const plain: DriverError = new Error(error.details);
  const [packed] = error.metadata.get("grpc-status-details-bin");
  if (packed === undefined) return plain;
  const [detail] = Status.deserializeBinary(packed as Buffer).getDetailsList();
  const failed = ErrorResourceInitFailed.deserializeBinary(detail!.getValue_asU8());
  const initFailure = {
    id: failed.getId(),
    properties: values(failed.getProperties()),
    reasons: failed.getReasonsList(),
  };
  return Object.assign(plain, { initFailure });
}

/**
 * The text of state, for the first run as it is. For later ones with a head that ends the run before and forgets our modules
 * that keep something, so that the same process is as good as a new one.
 */
function textOfRun(run: number, isAbandoned: boolean): (kind: Kind) => string {
  if (run === 1) return providerText;
  const start = [
    // The engine's signal at the end of the run before, which ends the process.
    isAbandoned
      ? ""
      : `const { exit } = process; process.exit = () => {}; process.emit("SIGINT"); process.exit = exit;`,
    `process.removeAllListeners("SIGINT");`,
    // The address of the engine in another spelling.
    `process.argv = process.argv.map((argument) => argument.replace(/:(?=\\d+$)/, ":0"));`,
    `for (const key of Object.keys(require.cache)) if (/dist.provider.dynamic/.test(key)) delete require.cache[key];`,
    `globalThis.restartFastClock?.();`,
  ].join(" ");
  return (kind) => `if (globalThis.testRun !== ${run}) { globalThis.testRun = ${run}; ${start} } ${providerText(kind)}`;
}

/** The head that `textOfRun` adds is taken off again. */
function values(from: Struct | undefined): Properties {
  const plain = (from?.toJavaScript() ?? {}) as Properties;
  const { __provider: text } = plain;
  return typeof text === "string" ? { ...plain, __provider: text.replace(/^if .* } (?=exports)/, "") } : plain;
}

function firstLine(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [line, rest] = printed().split("\n");
      if (rest !== undefined && line !== undefined) resolve(line.trim());
    };
    child.stdout?.on("data", look);
    child.once("exit", () => {
      reject(new Error(`the provider process ended: ${printed()}`));
    });
  });
}
