import { type GivenToken, giveToken } from "./giveToken";
import { type ProgramResult, startProgram } from "./program";
import type { GiveToken, StandInProgram, TokenAsk } from "./standIn";

export interface TokenProgramOptions {
  readonly token: GiveToken;
  /** PATH to come first on. @default the process's own at the start */
  readonly path?: string;
}

/** A program that prints tokens. */
export interface TokenProgram {
  readonly name: string;
  /** What a command line asks for, or what to print when it asks for no token. */
  readonly read: (args: readonly string[]) => TokenAsk | ProgramResult;
  readonly print: (given: GivenToken, ask: TokenAsk) => string;
}

/** Puts a program that prints tokens on PATH, until a refusal is set. */
export async function startTokenProgram(
  { name, read, print }: TokenProgram,
  { token, path }: TokenProgramOptions,
): Promise<StandInProgram> {
  const run = async (args: readonly string[]): Promise<ProgramResult> => {
    const ask = read(args);
    if (!("audience" in ask)) return ask;
    if (standIn.refusal !== undefined) return { stderr: `${standIn.refusal}\n`, exitCode: 1 };
    return { stdout: `${print(await giveToken(token, ask), ask)}\n` };
  };
  const { env, starts, stop } = await startProgram(name, run, path);
  const standIn: StandInProgram = { env, starts, stop, refusal: undefined };
  return standIn;
}
