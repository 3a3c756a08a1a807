/** Plain values over the wire. */
export type Properties = Record<string, unknown>;

/** An object that exists but is not finished, as the engine records it. */
export interface InitFailure {
  readonly id: string;
  readonly properties: Properties;
  readonly reasons: readonly string[];
}

export interface DriverError extends Error {
  readonly initFailure?: InitFailure;
}

/**
 * One provider process as the engine drives it. The scenarios are written against this, so that every adapter runs the
 * same ones.
 */
export interface ProviderDriver {
  check(kind: string, olds: Properties, news: Properties): Promise<CheckAnswer>;
  diff(kind: string, id: string, olds: Properties, news: Properties): Promise<DiffAnswer>;
  create(kind: string, inputs: Properties): Promise<{ id: string; outputs: Properties }>;
  /** Without an `id` the object is gone. */
  read(kind: string, id: string, outputs: Properties): Promise<ReadAnswer>;
  update(kind: string, id: string, olds: Properties, news: Properties): Promise<Properties>;
  delete(kind: string, id: string, outputs: Properties): Promise<void>;
  /** Warnings that the process has shown so far. */
  readonly warnings: readonly string[];
  /** Everything the process wrote to stdout and stderr. */
  readonly printed: () => string;
  close(): Promise<void>;
}

export interface CheckAnswer {
  readonly inputs: Properties;
  readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

export interface DiffAnswer {
  readonly changes: boolean;
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

export interface ReadAnswer {
  readonly id: string;
  readonly outputs: Properties;
  readonly inputs: Properties;
}
