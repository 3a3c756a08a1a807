import { type OperationResult, Stack } from "pulumi-power-platform-testing";
import type { Deployed, Deployer } from "./deployer";

/** Deploys with `testing/engine` if there is no Pulumi CLI. */
export async function engineDeployer(project: string, env: Readonly<Record<string, string>>): Promise<Deployer> {
  const stack = await Stack.create({ program: project, stack: "demo", env: { ...env } });
  const deployed = (result: OperationResult): Deployed => ({
    text: result.text,
    warnings: result.diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message),
  });
  return {
    name: "the in-process engine of testing/engine (no `pulumi` on PATH)",
    preview: async () => deployed(await stack.preview()),
    up: async () => deployed(await stack.up()),
    destroy: async () => deployed(await stack.destroy()),
    close: () => Promise.resolve(),
  };
}
