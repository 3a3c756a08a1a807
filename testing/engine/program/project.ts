import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { locatePlugin, type PluginFolder } from "../providers/pluginFolder";

/** A default of the stack configuration, as Pulumi.yaml gives it. */
export interface ConfigDefault {
  value: string;
  secret: boolean;
}

/** What Pulumi.yaml says about a program. */
export interface Project {
  name: string;
  /** Directory of Pulumi.yaml. */
  root: string;
  /** Directory the program and its dynamic providers run in. */
  directory: string;
  /** What to load, relative to `directory`. */
  entry: string;
  typescript: boolean;
  /** `options: refresh: always`: every operation begins with a refresh. */
  refreshAlways: boolean;
  /** The plugins that the project brings along. */
  plugins: PluginFolder[];
  /** Keys without a namespace belong to the project. */
  config: Map<string, ConfigDefault>;
}

interface ProjectFile {
  name?: string;
  main?: string;
  runtime?: string | { name?: string; options?: { typescript?: boolean } };
  options?: { refresh?: string };
  plugins?: { providers?: Partial<PluginFolder>[] };
  config?: Record<string, unknown>;
}

/** Reads the Pulumi.yaml of a program's directory. */
export function readProject(path: string): Project {
  const root = resolve(path);
  const file = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]
    .map((name) => join(root, name))
    .find((name) => existsSync(name));
  if (file === undefined) throw new Error(`There is no Pulumi.yaml in ${root}.`);

  const project = parse(readFileSync(file, "utf8")) as ProjectFile;
  if (!project.name) throw new Error(`${file} gives the project no name.`);
  const main = resolve(root, project.main ?? ".");
  const isDirectory = !existsSync(main) || statSync(main).isDirectory();
  const directory = isDirectory ? main : dirname(main);
  const entry = isDirectory ? "." : basename(main);
  return {
    name: project.name,
    root,
    directory,
    entry,
    typescript: wantsTypeScript(project, directory),
    refreshAlways: project.options?.refresh === "always",
    plugins: (project.plugins?.providers ?? []).map(({ name = "", path = "" }) => locatePlugin({ name, path }, root)),
    config: new Map(Object.entries(project.config ?? {}).flatMap(readDefault)),
  };
}

/** The language host always loads TypeScript; where there is none to be run, leaving it out saves half a second. */
function wantsTypeScript(project: ProjectFile, directory: string): boolean {
  const options = typeof project.runtime === "object" ? project.runtime.options : undefined;
  if (options?.typescript !== undefined) return options.typescript;
  if (!existsSync(directory)) return false;
  return readdirSync(directory).some((name) => name === "tsconfig.json" || /\.[cm]?ts$/.test(name));
}

function readDefault([key, given]: [string, unknown]): [string, ConfigDefault][] {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return [[key, { value: asText(given), secret: false }]];
  }
  const { value, default: fallback, secret } = given as { value?: unknown; default?: unknown; secret?: boolean };
  const effective = value ?? fallback;
  return effective === undefined ? [] : [[key, { value: asText(effective), secret: secret === true }]];
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
