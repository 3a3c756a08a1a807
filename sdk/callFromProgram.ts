import { runtime } from "@pulumi/pulumi";
import type { z } from "zod";

import type { ListFunction } from "../provider/functions";

/** Calls the API from the program itself, with the environment and stack configuration that resources have by default. */
export async function callFromProgram<A>(
  name: string,
  called: ListFunction<A, z.ZodRawShape>,
  args: A,
): Promise<unknown[]> {
  // Loaded when something is asked: programs without such a call need neither HTTP nor sign-in.
  const { callList } = await import("../provider/functions/call.js");
  return callList(name, called, args, { get: (key) => runtime.getConfig(key) });
}
