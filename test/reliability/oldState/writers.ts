import { DeploymentError, type Deployment, Stack } from "pulumi-power-platform-testing";
import { type Form, projectOf, type Writer } from "./collection";
import { PulumiCli } from "./pulumiCli";

/** Something that deploys the recorded program and has a state afterwards. */
export interface StateWriter {
  /** Rejects when the deployment fails; the state has what was done until then. */
  up(form: Form): Promise<void>;
  exported(): Promise<Deployment>;
  close(): Promise<void>;
}

/** Starts a writer with an empty stack. */
export const startWriter: Readonly<Record<Writer, (env: Readonly<Record<string, string>>) => Promise<StateWriter>>> = {
  async engine(env) {
    let state: Deployment | undefined;
    return Promise.resolve({
      up: async (form) => {
        const stack = await Stack.create({ program: projectOf(form), stack: "recorded", env: { ...env } });
        if (state !== undefined) stack.importState(state);
        try {
          await stack.up();
        } finally {
          state = stack.exportState();
        }
      },
      exported: () =>
        state === undefined ? Promise.reject(new Error("nothing was deployed")) : Promise.resolve(state),
      close: () => Promise.resolve(),
    });
  },

  async cli(env) {
    const cli = await PulumiCli.create(projectOf("dynamic"), env);
    return {
      up: async (form) => {
        await cli.run(projectOf(form), "up", "--yes", "--skip-preview");
      },
      exported: () => cli.exported(projectOf("dynamic")),
      close: () => cli.close(),
    };
  },
};

/** Whether a failure is the deployment's own, and not a fault of the writer. */
export const isDeploymentFailure = (error: unknown): boolean =>
  error instanceof DeploymentError || (error instanceof Error && error.message.startsWith("pulumi up"));
