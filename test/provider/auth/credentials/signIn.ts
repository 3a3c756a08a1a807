import { spawn } from "node:child_process";
import { join } from "node:path";
import type { TokenClaims } from "../../../../provider/auth";
import type { Emulator } from "../../../../testing/emulator";

/** How a sign-in went. */
export interface SignedIn {
  readonly identity: string;
  readonly claims?: TokenClaims;
  /** Of three concurrent calls of the API. */
  readonly statuses?: readonly number[];
  readonly error?: string;
  /** Class of the error. */
  readonly kind?: string;
}

export interface SignInResult extends SignedIn {
  /** Everything that the process printed. */
  readonly output: string;
}

/**
 * Signs in with these variables and nothing else, against Entra and the API of the emulator, in a process of its own: Node
 * reads the authorities that it trusts at its start.
 */
export async function signIn(
  emulator: Emulator,
  env: Readonly<Record<string, string>>,
  onPrompt: (message: string) => void = () => undefined,
): Promise<SignInResult> {
  const child = spawn(process.execPath, [join(__dirname, "signInProcess.js")], {
    env: { PATH: process.env.PATH, ...entraOf(emulator), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const text = chunk.toString("utf8");
    for (const [, message] of text.matchAll(/^prompt: (.*)$/gm)) onPrompt(message ?? "");
    output += text;
  });
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  await new Promise((resolve) => child.once("close", resolve));
  const last = output
    .trim()
    .split("\n")
    .findLast((line) => line.startsWith("{"));
  if (last === undefined) throw new Error(`the process said nothing: ${output}`);
  return { ...(JSON.parse(last) as SignedIn), output };
}

/** Where the emulator is, without any credential. */
function entraOf(emulator: Emulator): Record<string, string> {
  const all = emulator.envFor({ credential: "clientSecret" });
  const names = ["POWER_PLATFORM_ENDPOINT", "POWER_PLATFORM_AUTHORITY_HOST", "NODE_EXTRA_CA_CERTS"];
  return Object.fromEntries(names.map((name) => [name, all[name] ?? ""]));
}
