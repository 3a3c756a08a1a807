import { join } from "node:path";
import ts from "typescript";

import { Stack, type StackOptions } from "pulumi-power-platform-testing";
import { readProject } from "../../testing/engine/program/project";
import { fakeClock } from "../fakeClock";
import { InProcessHost } from "../inProcess/inProcessHost";
import { runScript } from "../inProcess/runScript";
import { freshPulumiHome } from "../pulumiHome";

/** What a test does with an example. */
export type DeployedExample = Pick<Stack, "preview" | "up" | "destroy" | "exportState">;

const toJavaScript = (source: string): string =>
  ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  }).outputText;

/**
 * A project as its Pulumi.yaml has it, with program and providers in this process. Functions of the dynamic form sign in
 * from the program's process, so an example that calls one needs processes.
 */
export async function exampleInProcess(
  directory: string,
  { env = {}, ...options }: Omit<StackOptions, "program" | "hostOf">,
): Promise<DeployedExample> {
  const { name, directory: workDir, refreshAlways: refresh, plugins, config } = readProject(directory);
  const defaults = Object.fromEntries([...config].map(([key, { value }]) => [key, value]));
  const provider = { PULUMI_HOME: freshPulumiHome(), ...env };
  const stack = await Stack.create({
    ...options,
    project: name,
    config: { ...defaults, ...options.config },
    plugins,
    workDir,
    hostOf: (address) => new InProcessHost({ env: provider, clock: fakeClock(Date.now()) }, address),
    program: () => runScript(join(workDir, "index.ts"), { process, translate: toJavaScript }),
  });
  return {
    preview: (given) => stack.preview({ refresh, ...given }),
    up: (given) => stack.up({ refresh, ...given }),
    destroy: (given) => stack.destroy({ refresh, ...given }),
    exportState: () => stack.exportState(),
  };
}
