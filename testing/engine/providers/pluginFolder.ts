import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { resolveSdkModule } from "../program/resolveModule";

/** A plugin of a project: the package it provides, and the folder it is in. */
export interface PluginFolder {
  name: string;
  path: string;
}

/** How a plugin is started: an executable, or a script for Node. */
export type PluginCommand = { executable: string } | { script: string; args: string[] };

/**
 * Makes the path of a plugin absolute.
 * @throws Error if it is not a folder, in the words of the Pulumi CLI
 */
export function locatePlugin({ name, path }: PluginFolder, root: string): PluginFolder {
  const absolute = resolve(root, path);
  const wrong = (what: string): Error => new Error(`parsing plugin options for '${name}': ${what}`);
  if (name === "") throw wrong("name must not be empty");
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found) throw wrong(`no folder at path '${absolute}'`);
  if (!found.isDirectory()) throw wrong(`provider folder '${absolute}' is not a directory`);
  return { name, path: absolute };
}

/** Where the executable of a plugin is, or would be if it had one. */
export function executableOf({ name, path }: PluginFolder): string {
  const extensions = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  const candidates = extensions.map((extension) => join(path, `pulumi-resource-${name}${extension}`));
  return candidates.find((file) => existsSync(file)) ?? candidates[0] ?? path;
}

/** How to run a plugin. A folder without its executable has a PulumiPlugin.yaml that names the runtime. */
export function commandOf(plugin: PluginFolder): PluginCommand {
  const executable = executableOf(plugin);
  if (existsSync(executable)) return { executable };
  const failed = (why: string): Error => new Error(`failed to load plugin ${executable}: ${why}`);
  const file = join(plugin.path, "PulumiPlugin.yaml");
  if (!existsSync(file)) throw failed(`loading PulumiPlugin.yaml: open ${file}: no such file or directory`);
  const { runtime } = parse(readFileSync(file, "utf8")) as { runtime?: string | { name?: string } };
  const name = typeof runtime === "object" ? runtime.name : runtime;
  if (name !== "nodejs") throw failed(`the test engine runs plugins of the runtime nodejs only, not ${name}`);
  return { script: resolveSdkModule("cmd/run-plugin", plugin.path), args: [plugin.path] };
}
