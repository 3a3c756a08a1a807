import { PowerPlatformError } from "../../errors";
import type { HttpRequest, Policy, TraceEvent } from "../policy";

/** Takes a line; `info` for every exchange and failure, `debug` for waits between them. */
export type Log = (line: string, level: "info" | "debug") => void;

/** One line for every exchange with the service, and one for a call that failed before any. Never headers or bodies. */
export const log = (write: Log): Policy => ({
  name: "log",
  async send(request, next) {
    let exchanges = 0;
    request.trace = (event) => {
      if (event.kind === "exchange") exchanges += 1;
      write(lineOf(request, event), event.kind === "exchange" ? "info" : "debug");
    };
    try {
      return await next(request);
    } catch (error) {
      const why = error instanceof PowerPlatformError ? error.name : "failed";
      if (exchanges === 0) write(`${request.method} ${request.route} was not sent: ${why}`, "info");
      throw error;
    }
  },
});

function lineOf({ method, route, attempt, headers }: HttpRequest, event: TraceEvent): string {
  const call = `${method} ${route}`;
  if (event.kind === "wait") return `${call}: waiting ${event.ms} ms, ${event.why}`;
  const ids = [
    `attempt ${attempt}`,
    `request id ${headers.get("x-ms-client-request-id") ?? "none"}`,
    ...(event.correlationId === undefined ? [] : [`correlation id ${event.correlationId}`]),
  ];
  return `${call} ${event.status} in ${event.ms} ms (${ids.join(", ")})`;
}
