import { join } from "node:path";

import { DeploymentError, type OperationResult, Stack } from "../../../testing/engine";
import { forms } from "../../programs/forms";
import type { Ended, Operation } from "./engineProcess";
import { programOf } from "./programs";

const root = join(__dirname, "../../../..");

/** Runs the operation that is the argument of this script, and prints what came of it. */
async function main({ kind, form, resources, statePath, env }: Operation): Promise<Ended> {
  const found = forms.find(({ title }) => title === form)!;
  const stack = await Stack.create({
    workDir: root,
    ...found.stack,
    statePath,
    env: { ...env },
    program: programOf(found, resources),
  });
  const told = ({ changes, diagnostics }: OperationResult): Ended => ({
    changes,
    warnings: diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message),
  });
  try {
    return told(await stack[kind]());
  } catch (error) {
    if (!(error instanceof DeploymentError)) throw error;
    return { ...told(error.result), error: error.message };
  }
}

void main(JSON.parse(process.argv[2]!) as Operation).then((ended) => {
  process.stdout.write(JSON.stringify(ended));
});
