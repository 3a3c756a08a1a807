import { credentials, Metadata } from "@grpc/grpc-js";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";

/** What a provider says to the user. Each resolves when it was handed over, and never fails. */
export interface EngineLog {
  readonly warn: (message: string) => Promise<void>;
  readonly info: (message: string) => Promise<void>;
  /** Replaced by the next line about the same resource; not kept when the run has ended. */
  readonly progress: (message: string) => Promise<void>;
}

/** Long enough for a busy engine; a line is never worth a failed or hanging deployment. */
const deadlineMs = 30_000;

/**
 * Lines over the engine's log service: in the preview and in `preview --json` they are diagnostics with their severity,
 * where text on stderr is only information.
 * @param urn the resource that is being worked on, where the adapter is told
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
