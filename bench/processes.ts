import { existsSync, readdirSync, readFileSync } from "node:fs";

/** What a process has used so far. */
export interface Usage {
  readonly command: string;
  /** Processor time, user and system. */
  readonly cpuMs: number;
  /** Peak memory (resident set). */
  readonly peakBytes: number;
}

/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10;

/** Whether this machine has /proc. */
export const hasProc = existsSync("/proc/self/task");

/** The descendants of this process. Empty without /proc. */
export function descendants(pid: number = process.pid): number[] {
  // Each thread has its own children, and the Pulumi CLI starts processes from any thread.
  const children = threadsOf(pid)
    .flatMap((thread) => textOf(`/proc/${pid}/task/${thread}/children`).split(" "))
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** `undefined` for a process that has ended. */
export function usageOf(pid: number): Usage | undefined {
  const command = textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
  const peakKb = /^VmHWM:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1];
  if (peakKb === undefined) return undefined;
  const [user = 0, system = 0] = ticksOf(pid);
  return { command, cpuMs: (user + system) * msPerTick, peakBytes: Number(peakKb) * 1_024 };
}

/** Processor time of this process and of all its descendants that have ended, or of this one without /proc. */
export function cpuMsSoFar(): number {
  const { user, system } = process.cpuUsage();
  const [, , endedUser = 0, endedSystem = 0] = ticksOf(process.pid);
  return (user + system) / 1_000 + (endedUser + endedSystem) * msPerTick;
}

/** User and system time of the process, and of its children that have ended and were waited for. */
function ticksOf(pid: number): number[] {
  const stat = textOf(`/proc/${pid}/stat`);
  // The name of the program, in brackets, may hold blanks.
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 15)
    .map(Number);
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
