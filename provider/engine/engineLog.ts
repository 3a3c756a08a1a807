import { credentials, Metadata } from "@grpc/grpc-js";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";

/** Messages to the user. Each promise resolves when the engine has the message, and never rejects. */
export interface EngineLog {
  readonly warn: (message: string) => Promise<void>;
  readonly info: (message: string) => Promise<void>;
  /** Replaced by the next line about the same resource, and not kept after the run. */
  readonly progress: (message: string) => Promise<void>;
}

/** Long enough for a busy engine. A log line must not fail or block a deployment. */
const deadlineMs = 30_000;

/**
 * Lines over the engine's log service: in the preview and in `preview --json` they are diagnostics with their severity.
 * Text on stderr is information only.
 * @param urn the resource of the call, if the adapter knows it
 */
export function engineLog(address: string, urn: () => string | undefined = () => undefined): EngineLog {
  const client = new EngineClient(address, credentials.createInsecure());
  const send = (severity: LogSeverity, message: string, isEphemeral: boolean): Promise<void> =>
    new Promise((resolve) => {
      const request = new LogRequest();
      request.setSeverity(severity);
      request.setMessage(message);
      request.setUrn(urn() ?? "");
      request.setEphemeral(isEphemeral);
      client.log(request, new Metadata(), { deadline: Date.now() + deadlineMs }, (error: Error | null) => {
        if (error !== null && severity === LogSeverity.WARNING) process.stderr.write(`warning: ${message}\n`);
        resolve();
      });
    });
  return {
    warn: (message) => send(LogSeverity.WARNING, message, false),
    info: (message) => send(LogSeverity.INFO, message, false),
    progress: (message) => send(LogSeverity.INFO, message, true),
  };
}

const print = (line: string): Promise<void> => {
  process.stderr.write(`${line}\n`);
  return Promise.resolve();
};

/** Outside an engine, as in a unit test, lines go to stderr. */
export const stderrLog: EngineLog = {
  warn: (message) => print(`warning: ${message}`),
  info: print,
  progress: () => Promise.resolve(),
};
