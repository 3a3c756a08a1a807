import * as state from "@pulumi/pulumi/runtime/state";

/** What the SDK's types leave out, because it is marked as internal; the Automation API is built on it. */
interface Internal {
  withLocalStorage: <Result>(run: () => Promise<Result>) => Promise<Result>;
}

/** Runs a function with SDK settings of its own, so that several programs can run in one process and nothing of them stays. */
export function withLocalSettings<Result>(run: () => Promise<Result>): Promise<Result> {
  return (state as unknown as Internal).withLocalStorage(run);
}
