import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface LockedPackage {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The packages of a project, by their folders such as `node_modules/axios`. */
export interface InstalledTree {
  folders: string[];
  /** The folders that a package needs, its own included. */
  neededBy(name: string): Set<string>;
  /** Megabytes (2^20) on the disk, as `du -m` counts them. */
  megabytes(folders: Iterable<string>): number;
}

/** Reads what npm has written down of an installation. */
export function installedTree(directory: string): InstalledTree {
  const text = readFileSync(path.join(directory, "node_modules/.package-lock.json"), "utf8");
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };
  return {
    folders: Object.keys(packages),
    neededBy: (name) => reach(packages, `node_modules/${name}`, new Set()),
    megabytes: (folders) =>
      [...folders].reduce((sum, folder) => sum + diskUsage(path.join(directory, folder)), 0) / 2 ** 20,
  };
}

function reach(packages: Record<string, LockedPackage>, folder: string, found: Set<string>): Set<string> {
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies, optionalDependencies, peerDependencies } = packages[folder] ?? {};
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
    const needed = resolve(packages, folder, name);
    if (needed !== undefined) reach(packages, needed, found);
  }
  return found;
}

/** Node looks beside the package, then further up. */
function resolve(packages: Record<string, LockedPackage>, folder: string, name: string): string | undefined {
  const candidate = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
  if (candidate in packages) return candidate;
  if (folder === "") return undefined;
  return resolve(packages, folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/"))), name);
}

/** Without the packages inside of a package, which have folders of their own. */
function diskUsage(file: string): number {
  const status = lstatSync(file);
  // Windows does not say how many blocks a file takes.
  const own = process.platform === "win32" ? status.size : status.blocks * 512;
  if (!status.isDirectory()) return own;
  return readdirSync(file)
    .filter((name) => name !== "node_modules")
    .reduce((sum, name) => sum + diskUsage(path.join(file, name)), own);
}
