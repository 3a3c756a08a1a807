import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { createKey } from "../../provider/declare/createKey";
import { fileIntentLog } from "../../provider/lifecycle/intents/fileIntentLog";
import { definitionOf, type Kind } from "../../provider/resources";
import type { Properties } from "../../testing/engine/properties/value";

/** What the runs of a stack have noted of creates whose objects may not be in state. */
export class Notes {
  private readonly directory: string;
  /** Notes of another stack of the same user. */
  private readonly others = new Set<string>();

  /** @param home Pulumi's directory of the user */
  constructor(
    private readonly home: string,
    private readonly tenantId: string,
  ) {
    this.directory = join(home, "power-platform", "creates");
  }

  /** The files of this stack's notes. */
  get files(): readonly string[] {
    return this.filesOf("");
  }

  /** Whether there is a note of a create with the natural key of these inputs, or of this object. */
  has(kind: Kind, values: Properties): boolean {
    return this.filesOf(this.keyOf(kind, values)).length > 0;
  }

  /** Takes such notes away. */
  forget(kind: Kind, values: Properties): void {
    for (const file of this.filesOf(this.keyOf(kind, values))) rmSync(file);
  }

  /** A run of another stack was killed when it had made this object. */
  async leaveOfAnother(kind: Kind, values: Properties): Promise<void> {
    const own = new Set(this.files);
    const stack = (): Promise<string> => Promise.resolve("somebody/else");
    await fileIntentLog({ home: this.home, stack, clock: Date }).sending(
      this.keyOf(kind, values),
      Date.now(),
    );
    for (const file of this.files) if (!own.has(file)) this.others.add(file);
  }

  private filesOf(key: string): string[] {
    if (!existsSync(this.directory)) return [];
    return readdirSync(this.directory)
      .flatMap((stack) =>
        readdirSync(join(this.directory, stack))
          .filter((note) => note.startsWith(key))
          .map((note) => join(this.directory, stack, note)),
      )
      .filter((file) => !this.others.has(file));
  }

  private keyOf(kind: Kind, values: Properties): string {
    return createKey(definitionOf(kind), values, this.tenantId);
  }
}
