import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { createKey } from "../../provider/declare/identity";
import { fileIntentLog } from "../../provider/lifecycle/intents/fileIntentLog";
import { definitionOf, type Kind } from "../../provider/resources";
import type { Properties } from "../../testing/engine/properties/value";

/** The intents that runs of a stack have left of creates whose objects may not be in state. */
export class CreateIntents {
  private readonly directory: string;
  /** Intents of another stack of the same user. */
  private readonly others = new Set<string>();

  /** @param home Pulumi's directory of the user */
  constructor(
    private readonly home: string,
    private readonly tenantId: string,
  ) {
    this.directory = join(home, "power-platform", "creates");
  }

  /** The files of this stack's intents. */
  get files(): readonly string[] {
    return this.filesOf("");
  }

  /** Whether there is an intent of a create with the natural key of these inputs, or of this object. */
  has(kind: Kind, values: Properties): boolean {
    return this.filesOf(this.keyOf(kind, values)).length > 0;
  }

  /** When such a create was sent last, in milliseconds. */
  sentAt(kind: Kind, values: Properties): number | undefined {
    const times = this.filesOf(this.keyOf(kind, values)).map((file) => Date.parse(readFileSync(file, "utf8")));
    return times.length === 0 ? undefined : Math.max(...times);
  }

  /** Takes such intents away. */
  forget(kind: Kind, values: Properties): void {
    for (const file of this.filesOf(this.keyOf(kind, values))) rmSync(file);
  }

  /** A run of another stack was killed when it had made this object. */
  async leaveOfAnother(kind: Kind, values: Properties): Promise<void> {
    const own = new Set(this.files);
    const stack = (): Promise<string> => Promise.resolve("somebody/else");
    await fileIntentLog({ home: this.home, stack, clock: Date }).sending(this.keyOf(kind, values), Date.now());
    for (const file of this.files) if (!own.has(file)) this.others.add(file);
  }

  private filesOf(key: string): string[] {
    if (!existsSync(this.directory)) return [];
    return readdirSync(this.directory)
      .flatMap((stack) =>
        readdirSync(join(this.directory, stack))
          .filter((intent) => intent.startsWith(key))
          .map((intent) => join(this.directory, stack, intent)),
      )
      .filter((file) => !this.others.has(file));
  }

  private keyOf(kind: Kind, values: Properties): string {
    return createKey(definitionOf(kind), values, this.tenantId);
  }
}
