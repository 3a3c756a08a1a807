import { cpus, loadavg, totalmem } from "node:os";

/** The machine and time of a measurement. */
export interface Machine {
  readonly date: string;
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly node: string;
  /** Load of the last minute. Above the number of processors, other work disturbs the times. */
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
