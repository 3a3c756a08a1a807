import { startCoreDriver } from "../../../scenarios/coreDriver";
import type { ProviderDriver } from "../../../scenarios/driver";
import type { Emulator } from "../../../../testing/emulator";
import { failure } from "../../transport/failure";

/** The provider against the emulator, signed in with a token. */
export const signedIn = (emulator: Emulator, token: string): Promise<ProviderDriver> =>
  startCoreDriver({ env: { ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN: token } });

/** The lines of the error that a step ends with; ids that differ from run to run are cut short. */
export async function linesOf(step: Promise<unknown>): Promise<readonly string[]> {
  const { message } = await failure(step);
  return message.replace(/((?:request|correlation) id )[0-9a-f-]{36}/g, "$1…").split("\n  ");
}
