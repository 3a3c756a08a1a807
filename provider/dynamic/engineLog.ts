import { credentials, Metadata } from "@grpc/grpc-js";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";

/** Shows a warning to the user; resolves when it was handed over. */
export type Warn = (message: string) => Promise<void>;

/** Long enough for a busy engine; a warning is never worth a failed or hanging deployment. */
const deadlineMs = 30_000;

/**
 * Warnings over the engine's log service: in the preview and in `preview --json` they are diagnostics of severity
 * warning, where text on stderr is only information.
 */
export function engineLog(address: string): Warn {
  const client = new EngineClient(address, credentials.createInsecure());
  return (message) =>
    new Promise((resolve) => {
      const request = new LogRequest();
      request.setSeverity(LogSeverity.WARNING);
      request.setMessage(message);
      client.log(request, new Metadata(), { deadline: Date.now() + deadlineMs }, (error: Error | null) => {
        if (error !== null) process.stderr.write(`warning: ${message}\n`);
        resolve();
      });
    });
}

/** Outside an engine, as in a unit test, warnings go to stderr. */
export const stderrLog: Warn = (message) => {
  process.stderr.write(`warning: ${message}\n`);
  return Promise.resolve();
};
