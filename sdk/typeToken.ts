import type { Kind } from "../provider/resources";

/** Pulumi's type token of a kind; in every state file, so it never changes. */
export const typeToken = (kind: Kind): string => `pulumi-nodejs:dynamic/power-platform:${kind}`;
