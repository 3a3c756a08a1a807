import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Snapshot } from "./tenant/snapshot";

/** Keeps a tenant in a JSON file. Written to a second file first and renamed, so that a reader never sees half of it. */
export class StateFile {
  constructor(private readonly file: string) {}

  /** Undefined while there is no such file. Throws when it is not JSON. */
  read(): Snapshot | undefined {
    if (!existsSync(this.file)) return undefined;
    try {
      return JSON.parse(readFileSync(this.file, "utf8")) as Snapshot;
    } catch (cause) {
      throw new Error(`The state file ${this.file} cannot be read.`, { cause });
    }
  }

  write(snapshot: Snapshot): void {
    const unfinished = `${this.file}.${process.pid}.tmp`;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(unfinished, `${JSON.stringify(snapshot, undefined, 2)}\n`);
    renameSync(unfinished, this.file);
  }
}
