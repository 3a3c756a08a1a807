import type { Kind } from ".";

/** Name of the plugin's package, start of its tokens and namespace of stack configuration. */
export const packageName = "power-platform";

/** Pulumi's type token of a kind as dynamic resource; in every state file, so it never changes. */
export const typeToken = (kind: Kind): string => `pulumi-nodejs:dynamic/${packageName}:${kind}`;

/** Pulumi's token of a kind or function of the plugin; those of kinds are in every state file, so they never change. */
export const pluginToken = (name: string): string => `${packageName}:index:${name}`;
