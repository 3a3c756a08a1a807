import { createHash } from "node:crypto";

import { readSettings } from "../../auth";
import type { ConfigReader } from "../../auth/configReader";
import type { Values } from "../../declare/plainValues";
import { told } from "../../errors";
import { createRuntime, type Runtime } from "../../runtime/createRuntime";
import { systemClock } from "../../transport";
import type { FunctionDefinition } from "../defineFunction";
import { ask } from "./ask";

/** The maximum number of programs with different settings in one process, as with the Automation API. */
const mostConnections = 16;

/** Connections by their settings, the most recently used one last. */
const connections = new Map<string, Runtime>();

/**
 * Reads from the tenant of the program's configuration.
 * @throws PowerPlatformError of the class and code that tell what failed, in words that can be shown.
 */
export async function callFunction(
  called: FunctionDefinition,
  args: Values,
  config: ConfigReader,
): Promise<Values | Values[]> {
  try {
    const { context, configuredTenantId } = connectionFor(config);
    return await ask(called, args, context, { tenantId: configuredTenantId });
  } catch (error) {
    throw told(error);
  }
}

/** The connection for these settings and this environment. Programs in one process may differ in both. */
function connectionFor(config: ConfigReader): Runtime {
  const { env } = process;
  const key = createHash("sha256")
    .update(JSON.stringify([readSettings({ env, config }), Object.entries(env).sort()]))
    .digest("base64");
  const found = connections.get(key) ?? createRuntime(config, { env, clock: systemClock, warn, log: print });
  connections.delete(key);
  connections.set(key, found);
  for (const [oldest] of connections) {
    if (connections.size <= mostConnections) break;
    connections.delete(oldest);
  }
  return found;
}

const print = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Such as the code that a person has to enter to sign in. */
const warn = (message: string): Promise<void> => {
  print(message);
  return Promise.resolve();
};
