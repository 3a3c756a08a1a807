import type { ConfigReader } from "../../auth/configReader";
import type { Values } from "../../declare/plainValues";
import { told } from "../../errors";
import { createRuntime, type Runtime } from "../runtime";
import { systemClock } from "../../transport";
import type { ListFunction } from "../../declare/defineList";
import { listItems } from "./listItems";

/** One connection for all calls of a program. */
let shared: Runtime | undefined;

/**
 * Asks the tenant that the program's configuration names; reads only.
 * @throws PowerPlatformError of the class and code that tell what failed, in words that can be shown.
 */
export async function callList(called: ListFunction, args: Values, config: ConfigReader): Promise<Values[]> {
  const print = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  try {
    shared ??= createRuntime(config, {
      env: process.env,
      clock: systemClock,
      // Such as the code that a person has to enter to sign in.
      warn: (message) => {
        print(message);
        return Promise.resolve();
      },
      log: print,
    });
    return await listItems(called, args, shared.context, { tenantId: shared.configuredTenantId });
  } catch (error) {
    throw told(error);
  }
}
