import { existsSync, readdirSync } from "node:fs";
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
    if (!existsSync(this.directory)) return false;
    const key = createKey(definitionOf(kind), values, this.tenantId);
    return readdirSync(this.directory).some((stack) =>
      readdirSync(join(this.directory, stack)).some((note) => note.startsWith(key)),
    );
  }
}
