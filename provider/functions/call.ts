import { explain } from "../errors";
import type { ConfigReader } from "../lifecycle/configReader";
import { createRuntime, type Runtime } from "../lifecycle/runtime";
import { listAll, systemClock } from "../transport";
import type { ListFunction } from ".";
import type { z } from "zod";

/** One connection for all calls of a program. */
let shared: Runtime | undefined;

/** Asks the tenant that the program's configuration names; reads only. */
export async function callList<A>(
  name: string,
  called: ListFunction<A, z.ZodRawShape>,
  args: A,
  config: ConfigReader,
): Promise<unknown[]> {
  shared ??= createRuntime(config, {
    env: process.env,
    clock: systemClock,
    warn: () => Promise.resolve(),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const request = {
    method: "GET",
    path: called.path(args),
    query: { "api-version": called.apiVersion },
  } as const;
  try {
    return await listAll(shared.context.api, request);
  } catch (error) {
    throw explain(error, { resource: name, operation: "call" });
  }
}
