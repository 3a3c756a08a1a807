type Listener = (reason: unknown) => void;

const collectors = new Set<Listener>();
let others: NodeJS.UnhandledRejectionListener[] = [];

/**
 * Handles unhandled rejections. The SDK reports errors of programs that way, and a test runner would fail the test
 * before the program's own error is known. The listeners of the test runner are restored after the last program.
 */
export function collectRejections(collector: Listener): () => void {
  if (collectors.size === 0) {
    others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", distribute);
  }
  collectors.add(collector);
  return () => {
    if (!collectors.delete(collector) || collectors.size > 0) return;
    process.off("unhandledRejection", distribute);
    for (const listener of others) process.on("unhandledRejection", listener);
    others = [];
  };
}

function distribute(reason: unknown): void {
  for (const collector of collectors) collector(reason);
}
