import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";

type Compiled = (...values: readonly unknown[]) => void;

const compiled = new Map<string, Compiled>();

/** What a script sees in place of what this process has. */
export interface ScriptGlobals {
  readonly process: object;
  readonly console?: object;
  /** @param own how the script would require it by itself */
  readonly require?: (name: string, own: NodeJS.Require) => unknown;
  /** Makes JavaScript of what is in the file. */
  readonly translate?: (source: string) => string;
}

/** Runs a CommonJS script anew in this process, as in a process of its own, and gives its exports. */
export function runScript(
  file: string,
  { process, console: printer = console, require, translate = (source) => source }: ScriptGlobals,
): unknown {
  const names = ["exports", "require", "module", "process", "console"];
  const run =
    compiled.get(file) ??
    (compileFunction(translate(readFileSync(file, "utf8")), names, { filename: file }) as Compiled);
  compiled.set(file, run);
  const own = createRequire(file);
  const module = { exports: {} };
  const requireHere = (name: string): unknown => require?.(name, own) ?? own(name);
  run(module.exports, requireHere, module, process, printer);
  return module.exports;
}
