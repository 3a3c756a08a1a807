/** What is known of a connection that was not made. No request was on it. */
export interface ConnectFailure {
  /** What a proxy answered to CONNECT: 200, and the host behind it failed, or a refusal. */
  readonly answer?: ProxyAnswer;
}

export interface ProxyAnswer {
  readonly status: number;
  readonly text: string;
  /** What it takes for signing in, such as `Basic realm="x"`. */
  readonly authenticate?: string;
}

const failures = new WeakMap<object, ConnectFailure>();

/** Keeps beside an error that it is one of connecting; the HTTP library passes the error on as a cause. */
export function noteConnectFailure<E extends Error>(error: E, failure: ConnectFailure = {}): E {
  failures.set(error, failure);
  return error;
}

export function connectFailureOf(error: unknown): ConnectFailure | undefined {
  return typeof error === "object" && error !== null ? failures.get(error) : undefined;
}

export const connectTimeout = (timeoutMs: number): Error =>
  Object.assign(new Error(`no connection within ${timeoutMs} ms`), { code: "ETIMEDOUT", syscall: "connect" });
