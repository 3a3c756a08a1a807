import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programPath } from "./packageRoot";

// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript outside of what is compiled
const { changeAt } = require(`${programPath("toy")}/service.js`) as {
  changeAt: (path: string, change: (state: ServiceState) => void) => void;
};

/** What the toy provider keeps: its notes, and every call that reached it. */
export interface ServiceState {
  objects: Record<string, Record<string, unknown>>;
  calls: Record<string, unknown>[];
  serial: number;
  released?: string[];
}

/** The file in which a test and the toy providers meet. */
export class ToyService {
  private readonly folder = mkdtempSync(join(tmpdir(), "toy-service-"));
  readonly path = join(this.folder, "service.json");

  constructor() {
    writeFileSync(this.path, JSON.stringify({ objects: {}, calls: [], serial: 0 }));
  }

  /** The state as it is now. */
  read(): ServiceState {
    return JSON.parse(readFileSync(this.path, "utf8")) as ServiceState;
  }

  /** Changes the state, whoever else is at work. */
  change(change: (state: ServiceState) => void): void {
    changeAt(this.path, change);
  }

  /** The texts of the notes there are. */
  texts(): unknown[] {
    return Object.values(this.read().objects).map((note) => note["text"]);
  }

  /** The calls of one kind, in their order. */
  calls(kind: string): Record<string, unknown>[] {
    return this.read().calls.filter(({ call }) => call === kind);
  }

  /** Forgets the calls so far. */
  forgetCalls(): void {
    this.change((state) => (state.calls = []));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
