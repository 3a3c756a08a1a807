/** A promise that is settled from outside. */
export interface Settleable {
  readonly promise: Promise<void>;
  settle(): void;
}

/** Makes a {@link Settleable}. */
export function settleable(): Settleable {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}
