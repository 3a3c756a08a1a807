import * as debuggable from "@pulumi/pulumi/runtime/debuggable";

/** What Pulumi's types leave out, because it is marked as internal. */
interface Internal {
  debuggablePromise?: (promise: Promise<unknown>, context: unknown) => Promise<unknown>;
  readonly debugPromiseLeaks?: boolean;
}

// The module itself and no copy of it: what is set there is what Pulumi calls.
const internal = debuggable as Internal;
let isDone = false;

/**
 * Pulumi formats a stack trace for each of its promises, about fifty for one resource, and shows them only where
 * PULUMI_DEBUG_PROMISE_LEAKS is set. That is half of what a program does in an unchanged preview. Without that setting
 * they stay empty. Nothing else loses its trace: neither a failed registration, nor an error of the program, nor the
 * position of a resource in its source.
 */
export function dropPromiseTraces(): void {
  const { debuggablePromise, debugPromiseLeaks } = internal;
  if (isDone || debugPromiseLeaks === true || typeof debuggablePromise !== "function") return;
  isDone = true;
  internal.debuggablePromise = (promise, context) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return debuggablePromise(promise, context);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
}
