import * as state from "@pulumi/pulumi/runtime/state";

/** What the SDK's types leave out, because it is marked as internal; the Automation API is built on it. */
interface Internal {
  withLocalStorage: <Result>(run: () => Promise<Result>) => Promise<Result>;
}

/** Runs a function with separate SDK settings, so several programs can run in one process without traces of each other. */
export function withLocalSettings<Result>(run: () => Promise<Result>): Promise<Result> {
  return (state as unknown as Internal).withLocalStorage(run);
}
