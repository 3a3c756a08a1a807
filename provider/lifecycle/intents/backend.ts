import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where the state of the process's stack is, as the Pulumi CLI decides it: PULUMI_BACKEND_URL, else the backend of the project,
 * else the one of `pulumi login`. Two backends may have stacks with the same name.
 */
export function backendOf(env: Readonly<Record<string, string | undefined>>, home: string, directory: string): string {
  const named = env.PULUMI_BACKEND_URL;
  if (named !== undefined && named !== "") return named;
  return ofProject(directory) ?? ofLogin(home) ?? "";
}

function ofProject(directory: string): string | undefined {
  const file = ["Pulumi.yaml", "Pulumi.yml"].map((name) => join(directory, name)).find((each) => existsSync(each));
  if (file !== undefined) return /^backend:\s*\n(?:[ \t]+.*\n)*?[ \t]+url:\s*["']?([^"'\s]+)/m.exec(read(file))?.[1];
  return dirname(directory) === directory ? undefined : ofProject(dirname(directory));
}

const ofLogin = (home: string): string | undefined =>
  /"current"\s*:\s*"([^"]*)"/.exec(read(join(home, "credentials.json")))?.[1];

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
