import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export interface ChildResult {
  readonly value?: unknown;
  readonly error?: Readonly<Record<string, unknown>>;
}

/** Runs `client.ts` with this environment and nothing of our own but what starts a program. */
export async function runClient(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<ChildResult> {
  const { PATH = "", SystemRoot = "" } = process.env;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(__dirname, "client.js"), ...args], {
    env: { PATH, SystemRoot, ...env },
    timeout: 30_000,
  });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as ChildResult;
}
