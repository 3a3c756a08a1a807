import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startLoopback } from "./loopbackServer";
import type { StandIn } from "./standIn";

export interface ProgramResult {
  readonly stdout?: string;
  readonly stderr?: string;
  /** @default 0 */
  readonly exitCode?: number;
}

export interface Program extends StandIn {
  /** The executable. */
  readonly file: string;
  /** The command line of each start so far, without the program's name; several lines where an argument has several. */
  readonly starts: () => string[];
}

/**
 * Puts a program on PATH. What it prints is decided in the process of the test, which each start asks over loopback; so a
 * test must not wait for it with a synchronous call.
 */
export async function startProgram(
  name: string,
  run: (args: readonly string[]) => Promise<ProgramResult>,
  path: string = process.env.PATH ?? "",
): Promise<Program> {
  const server = await startLoopback(async ({ body }) => ({
    status: 200,
    body: await run(JSON.parse(body) as string[]),
  }));
  const folder = mkdtempSync(join(tmpdir(), `stand-in-${name}-`));
  const file = join(folder, name);
  // By absolute paths, so that it starts with nothing else on PATH.
  const script = join(__dirname, "runProgram.js");
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${script}" "${server.url}" "$@"\n`);
  chmodSync(file, 0o755);
  return {
    file,
    env: { PATH: `${folder}${delimiter}${path}` },
    starts: () => server.requests().map(({ body }) => (JSON.parse(body) as string[]).join(" ")),
    stop: async () => {
      rmSync(folder, { recursive: true, force: true });
      await server.stop();
    },
  };
}
