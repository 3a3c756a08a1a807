import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Snapshot } from "./tenant/snapshot";

/** Keeps a tenant in a JSON file. Written to a second file first and renamed, so that a reader never sees half of it. */
export class StateFile {
  constructor(private readonly path: string) {}

  /** Undefined while there is no such file. Throws when it is not JSON. */
  read(): Snapshot | undefined {
    if (!existsSync(this.path)) return undefined;
    try {
      return JSON.parse(readFileSync(this.path, "utf8")) as Snapshot;
    } catch (cause) {
      throw new Error(`The state file ${this.path} cannot be read.`, { cause });
    }
  }

  write(snapshot: Snapshot): void {
    const unfinished = `${this.path}.${process.pid}.tmp`;
    writeFileSync(unfinished, `${JSON.stringify(snapshot, undefined, 2)}\n`);
    renameSync(unfinished, this.path);
  }
}
