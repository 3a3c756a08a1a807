import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type GivenToken, giveToken } from "./giveToken";
import { startLoopback } from "./loopbackServer";
import type { GiveToken, ReceivedRequest, StandInProgram, TokenAsk } from "./standIn";

export interface ProgramOptions {
  readonly token: GiveToken;
  /** PATH to come first on. @default the process's own at the start */
  readonly path?: string;
}

export interface ProgramResult {
  readonly stdout?: string;
  readonly stderr?: string;
  /** @default 0 */
  readonly exitCode?: number;
}

/** A program that prints tokens. */
export interface TokenProgram {
  readonly name: string;
  /** What a command line asks for, or what to print when it asks for no token. */
  readonly read: (args: readonly string[]) => TokenAsk | ProgramResult;
  readonly print: (given: GivenToken, ask: TokenAsk) => string;
}

/**
 * Puts a program on PATH. What it prints is decided in the process of the test, which each start asks over loopback; so a
 * test must not wait for it with a synchronous call.
 */
export async function startProgram(
  { name, read, print }: TokenProgram,
  { token, path = process.env.PATH ?? "" }: ProgramOptions,
): Promise<StandInProgram> {
  const run = async ({ body }: ReceivedRequest): Promise<ProgramResult> => {
    const { refusal } = program;
    const ask = read(JSON.parse(body) as string[]);
    if (!("audience" in ask)) return ask;
    if (refusal !== undefined) return { stderr: `${refusal}\n`, exitCode: 1 };
    return { stdout: `${print(await giveToken(token, ask), ask)}\n` };
  };
  const server = await startLoopback(async (request) => ({ status: 200, body: await run(request) }));
  const folder = mkdtempSync(join(tmpdir(), `stand-in-${name}-`));
  install(join(folder, name), server.url);
  const program: StandInProgram = {
    env: { PATH: `${folder}${delimiter}${path}` },
    refusal: undefined,
    starts: () => server.requests().map(({ body }) => (JSON.parse(body) as string[]).join(" ")),
    stop: async () => {
      rmSync(folder, { recursive: true, force: true });
      await server.stop();
    },
  };
  return program;
}

/** By absolute paths, so that it starts with nothing else on PATH. */
function install(file: string, url: string): void {
  const script = join(__dirname, "runProgram.js");
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${script}" "${url}" "$@"\n`);
  chmodSync(file, 0o755);
}
