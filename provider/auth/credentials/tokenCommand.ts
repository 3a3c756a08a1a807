import { execFile } from "node:child_process";
import { decodeToken } from "../tokenClaims";
import type { AccessToken } from "./credential";

/** A program of this machine that prints a token as JSON. */
export interface TokenCommand {
  /** As people call the program, such as `Azure CLI`. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The member of its answer that holds the token. */
  readonly member: string;
  /** Milliseconds since 1970 until when the token holds, as the answer says it. */
  readonly expiry: (answer: Readonly<Record<string, unknown>>) => number;
}

/** Starting the program takes seconds; a sign-in that has to be refreshed takes more. */
const TIMEOUT_MS = 60_000;

/** Enough to see what it is about. */
const LONGEST_QUOTE = 400;

interface Ended {
  readonly error?: Error | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly isLate?: true;
}

/**
 * Runs a program that prints a token, and says what it said where it prints none. @azure/identity puts a sentence of its own in the
 * place of the program's words, and with them loses the code of Entra and the scope to sign in for.
 */
export async function runTokenCommand(command: TokenCommand, timeoutMs = TIMEOUT_MS): Promise<AccessToken> {
  const { program, args, name, member, expiry } = command;
  const line = [program, ...args].join(" ");
  const look = `Run \`${line}\` to see what it does.`;
  const { error, stdout, stderr, isLate } = await ended(program, args, timeoutMs);
  if (isLate === true)
    throw new Error(
      `${program} did not answer within ${String(timeoutMs / 1_000)} s. It printed: ${quoted(stderr, stdout)}. ${look}`,
    );
  if (isMissing(error, stderr)) throw new Error(`${name} could not be found: there is no ${program} on PATH.`);
  if (error !== undefined) {
    const said = wordsOf(stderr) || wordsOf(stdout);
    throw new Error(said === "" ? `${program} failed and printed nothing. ${look}` : said);
  }
  const answer = jsonIn(stdout);
  const token = answer?.[member];
  if (answer === undefined || typeof token !== "string" || token === "")
    throw new Error(`${program} gave no token. It printed: ${quoted(stderr, stdout)}. ${look}`);
  const told = expiry(answer);
  const expiresAtMs = Number.isFinite(told) ? told : decodeToken(token)?.expiresAtMs;
  return { token, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) };
}

/** A shell only where the program is a batch file, with arguments that mean nothing to a shell. */
function ended(program: string, args: readonly string[], timeoutMs: number): Promise<Ended> {
  const isWindows = process.platform === "win32";
  const strange = args.find((arg) => !/^[\w.:/=+-]+$/.test(arg));
  if (strange !== undefined) return Promise.reject(new Error(`"${strange}" cannot be passed to ${program}.`));
  return new Promise((resolve) => {
    let isOver = false;
    const end = (result: Ended): void => {
      isOver = true;
      clearTimeout(timer);
      resolve(result);
    };
    // Not in the folder of the project: Windows would look for the program there first.
    const cwd = isWindows ? (process.env.SystemRoot ?? "C:\\Windows") : "/";
    const options = { cwd, shell: isWindows, windowsHide: true, maxBuffer: 1 << 22 };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (!isOver) end({ error: error ?? undefined, stdout, stderr });
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (text: unknown) => (stdout += String(text)));
    child.stderr?.on("data", (text: unknown) => (stderr += String(text)));
    const timer = setTimeout(() => {
      end({ stdout, stderr, isLate: true });
      child.kill("SIGKILL");
      // What it has started may hold the pipes open.
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, timeoutMs);
  });
}

const isMissing = (error: Error | undefined, stderr: string): boolean =>
  error !== undefined && (("code" in error && error.code === "ENOENT") || / is not recognized/.test(stderr));

/** Without warnings before it. */
const wordsOf = (text: string): string =>
  text
    .slice(Math.max(0, text.indexOf("ERROR:")))
    .replace(/^ERROR:/, "")
    .trim();

function quoted(...texts: readonly string[]): string {
  const said = texts
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(" ");
  if (said === "") return "nothing";
  return `"${said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}…` : said}"`;
}

/** The object in a text that may begin or end with other lines, such as warnings. */
function jsonIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const end = text.lastIndexOf("}");
  for (let start = text.indexOf("{"); start !== -1 && start < end; start = text.indexOf("{", start + 1)) {
    try {
      const value: unknown = JSON.parse(text.slice(start, end + 1));
      if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
    } catch {
      // The brace was part of a warning.
    }
  }
  return undefined;
}
