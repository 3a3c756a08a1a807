import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programPath } from "./packageRoot";

// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript outside of what is compiled
const { changeAt } = require(`${programPath("toy")}/world.js`) as {
  changeAt: (path: string, change: (world: World) => void) => void;
};

/** What the toy provider keeps: its notes, and every call that reached it. */
export interface World {
  objects: Record<string, Record<string, unknown>>;
  calls: Record<string, unknown>[];
  serial: number;
  released?: string[];
}

/** The file in which a test and the toy providers meet. */
export class ToyWorld {
  private readonly folder = mkdtempSync(join(tmpdir(), "toy-world-"));
  readonly path = join(this.folder, "world.json");

  constructor() {
    writeFileSync(this.path, JSON.stringify({ objects: {}, calls: [], serial: 0 }));
  }

  /** The world as it is now. */
  read(): World {
    return JSON.parse(readFileSync(this.path, "utf8")) as World;
  }

  /** Changes the world, whoever else is at work. */
  change(change: (world: World) => void): void {
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
    this.change((world) => (world.calls = []));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
