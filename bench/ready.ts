import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median } from "./summary";

/** How long something takes until it can be used. */
export interface Ready {
  readonly what: string;
  readonly ms: number;
  /** Modules that were loaded for it, where it was asked. */
  readonly modules?: number;
}

const root = join(__dirname, "../..");
const times = 5;

/** Loads the provider after Pulumi's SDK, as Pulumi's dynamic-provider process does. */
const loading = `
  require("@pulumi/pulumi");
  const before = Object.keys(require.cache).length;
  const started = performance.now();
  require("pulumi-power-platform/dynamic").provider("RoleAssignment");
  console.log(performance.now() - started, Object.keys(require.cache).length - before);
`;

/** Measures when providers are ready: medians, the kinds in turn. */
export async function measureReady(): Promise<Ready[]> {
  const plugin: number[] = [];
  const dynamic: number[] = [];
  let modules = 0;
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now();
    await firstLine(join(root, "plugin/pulumi-resource-power-platform"), []);
    plugin.push(performance.now() - started);
    const [ms = NaN, loaded = NaN] = (await firstLine(process.execPath, ["-e", loading])).split(" ").map(Number);
    dynamic.push(ms);
    modules = loaded;
  }
  return [
    { what: "plugin: from its start to its port", ms: median(plugin) },
    { what: "dynamic: loading this package into Pulumi's process", ms: median(dynamic), modules },
  ];
}

/** The first line that a process prints. The process is ended after it. */
async function firstLine(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("close", () => {
      resolve();
    });
    child.once("error", reject);
  });
  let line = "";
  for await (const each of createInterface({ input: child.stdout })) {
    line = each;
    break;
  }
  child.kill();
  await ended;
  return line;
}
