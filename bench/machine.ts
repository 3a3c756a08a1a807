import { cpus, loadavg, totalmem } from "node:os";

/** Where and when figures were taken. */
export interface Machine {
  readonly date: string;
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly node: string;
  /** Of the last minute: above the number of processors, others were at work and times say little. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const all = cpus();
  return {
    date: new Date().toISOString(),
    processors: all.length,
    model: all[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 1_073_741_824),
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
