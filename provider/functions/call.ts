import { explain } from "../errors";
import { advise } from "../lifecycle/advice/advise";
import type { ConfigReader } from "../lifecycle/configReader";
import type { Context } from "../lifecycle/context";
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
  return list(name, called, args, shared.context);
}

/** Every item, or an error that says who asked and what mends it. */
export async function list<A>(
  name: string,
  called: ListFunction<A, z.ZodRawShape>,
  args: A,
  { api, connection }: Pick<Context, "api" | "connection">,
): Promise<unknown[]> {
  const { apiVersion, permission } = called;
  const request = {
    method: "GET",
    path: called.path(args),
    query: { "api-version": apiVersion },
  } as const;
  try {
    return await listAll(api, request);
  } catch (error) {
    const needs = { delegated: [permission], inRoles: [permission] };
    const advice = advise(error, { connection, apiVersion, needs, scope: called.scope(args) });
    throw explain(error, { resource: name, operation: "call", advice });
  }
}
