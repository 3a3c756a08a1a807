/** Resources of the program that could not be created or changed in this run, by kind and name. */
export class FailedResources {
  readonly #names = new Set<string>();

  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** Creates or changes a resource, and keeps its name if that fails. */
  async attempt<T>(resource: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      this.#names.add(resource);
      throw error;
    }
  }
}
