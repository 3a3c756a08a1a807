import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { createKey } from "../../provider/lifecycle/createKey";
import { definitionOf, type Kind } from "../../provider/resources";
import type { Properties } from "../../testing/engine/properties/value";

/** What the runs of a stack have noted of creates whose objects may not be in state. */
export class Notes {
  private readonly directory: string;

  /** @param home Pulumi's directory of the user */
  constructor(
    home: string,
    private readonly tenantId: string,
  ) {
    this.directory = join(home, "power-platform", "creates");
  }

  /** Whether there is a note of a create with the natural key of these inputs, or of this object. */
  has(kind: Kind, values: Properties): boolean {
    return this.filesOf(kind, values).length > 0;
  }

  /** Takes such notes away. */
  forget(kind: Kind, values: Properties): void {
    for (const file of this.filesOf(kind, values)) rmSync(file);
  }

  private filesOf(kind: Kind, values: Properties): string[] {
    if (!existsSync(this.directory)) return [];
    const key = createKey(definitionOf(kind), values, this.tenantId);
    return readdirSync(this.directory).flatMap((stack) =>
      readdirSync(join(this.directory, stack))
        .filter((note) => note.startsWith(key))
        .map((note) => join(this.directory, stack, note)),
    );
  }
}
