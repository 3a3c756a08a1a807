import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Deployment } from "./deployment";

/** Reads the state kept in a file, if there is any. */
export function readStateFile(path: string): Deployment | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Deployment) : undefined;
}

/** Writes the state to a file atomically. */
export function writeStateFile(path: string, deployment: Deployment): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  writeFileSync(unfinished, `${JSON.stringify(deployment, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
}
