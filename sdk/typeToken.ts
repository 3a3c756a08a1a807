import type { Kind } from "../provider/resources";

/** Pulumi's type token of a kind; in every state file, so it never changes. */
export const typeToken = (kind: Kind): string => `pulumi-nodejs:dynamic/power-platform:${kind}`;

/** Pulumi's token of a kind or function of the native plugin; those of kinds are in every state file, so they never change. */
export const pluginToken = (name: string): string => `power-platform:index:${name}`;
