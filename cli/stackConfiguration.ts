import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ConfigReader } from "../provider/auth/configReader";

/** The configuration of a stack of the project in the current folder, secrets opened, as the Pulumi CLI gives it. */
export async function stackConfiguration(stack: string): Promise<ConfigReader> {
  const args = ["config", "--json", "--show-secrets", "--stack", stack];
  const { stdout } = await promisify(execFile)("pulumi", args).catch((error: unknown) => {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    throw new Error(`the configuration of stack ${stack} could not be read: ${(stderr ?? message).trim()}`);
  });
  const values = JSON.parse(stdout) as Readonly<Record<string, { readonly value?: string }>>;
  return { get: (key) => values[key]?.value };
}
