import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ConfigReader } from "../provider/auth/configReader";

/** The configuration of a stack of the project in the current folder, with plain secrets, from the Pulumi CLI. */
export async function stackConfiguration(stack: string): Promise<ConfigReader> {
  const args = ["config", "--json", "--show-secrets", "--stack", stack];
  const { stdout } = await promisify(execFile)("pulumi", args).catch((error: unknown) => {
    throw new Error(`the configuration of stack ${stack} could not be read: ${reasonOf(error)}`);
  });
  const values = valuesIn(stdout);
  if (values === undefined)
    throw new Error(`the configuration of stack ${stack} could not be read: \`pulumi config --json\` printed no JSON`);
  return { get: (key) => values[key]?.value, keys: () => Object.keys(values) };
}

function reasonOf(error: unknown): string {
  const { stderr = "", message, code } = error as Error & { readonly stderr?: string; readonly code?: unknown };
  if (code === "ENOENT") return "the Pulumi CLI is not on PATH (https://www.pulumi.com/docs/install)";
  return stderr.trim() === "" ? message.trim() : stderr.trim();
}

type StackValues = Readonly<Record<string, { readonly value?: string } | undefined>>;

function valuesIn(text: string): StackValues | undefined {
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === "object" && values !== null ? (values as StackValues) : undefined;
  } catch {
    return undefined;
  }
}
