/** Own writes that are under way. */
export class Writes {
  #count = 0;
  #waiting: (() => void)[] = [];

  async run<T>(write: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await write();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) this.#end();
    }
  }

  /** Whoever made the last one is about to look, too. */
  #end(): void {
    const waiting = this.#waiting.splice(0);
    setImmediate(() => {
      for (const go of waiting) go();
    });
  }

  /** Resolves as soon as none is; `undefined` when none is now. */
  ended(): Promise<void> | undefined {
    if (this.#count === 0) return undefined;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
