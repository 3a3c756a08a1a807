/** Pulumi's token of a kind or function of the plugin; in every state file, so it never changes. */
export const pluginToken = (name: string): string => `power-platform:index:${name}`;
