import type { Emulator } from "../../testing/emulator";

const tokens = new WeakMap<Emulator, string>();

/** One token for all stories: what is secret is remembered by the process. */
export function tokenOf(emulator: Emulator): string {
  const token = tokens.get(emulator) ?? emulator.env().POWER_PLATFORM_ACCESS_TOKEN ?? "";
  tokens.set(emulator, token);
  return token;
}
