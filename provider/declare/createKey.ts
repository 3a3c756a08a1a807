import { createHash } from "node:crypto";

import type { ResourceDefinition } from "./define";
import type { Values } from "./plainValues";
import { naturalKeyOf } from "./naturalKey";

/** The key of a create: equal for inputs or recorded outputs with the same natural key in the same tenant. */
export const createKey = (definition: ResourceDefinition, values: Values, tenantId: string): string =>
  createHash("sha256")
    .update(JSON.stringify([tenantId.toLowerCase(), definition.kind, naturalKeyOf(definition)(values)]))
    .digest("hex");
