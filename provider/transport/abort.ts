import { setMaxListeners } from "node:events";

/** What a signal was aborted with, as an error. */
export function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error("aborted");
}

/** Acts when the signal goes off, or never; answers with the function that calls it off. */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (signal === undefined) return () => undefined;
  // All calls share the engine's signal; Node prints a warning of a leak when there are more than ten.
  setMaxListeners(0, signal);
  signal.addEventListener("abort", act, { once: true });
  return () => {
    signal.removeEventListener("abort", act);
  };
}

/** What a promise gives, or the reason of the signal when that goes off first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(abortReason(signal));
    };
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(onAbort(signal, stop));
  });
}

export interface LinkedAbort {
  readonly signal: AbortSignal;
  abort(reason: Error): void;
  /** Takes it off the other signal. */
  end(): void;
}

/**
 * A signal of its own that also goes off with another. `AbortSignal.any` leaves something behind on a signal that lives as
 * long as the process, with every call.
 */
export function linkedAbort(other: AbortSignal | undefined): LinkedAbort {
  const controller = new AbortController();
  const follow = (): void => {
    controller.abort(abortReason(other));
  };
  if (other?.aborted === true) follow();
  return {
    signal: controller.signal,
    abort: (reason) => {
      controller.abort(reason);
    },
    end: onAbort(other, follow),
  };
}
