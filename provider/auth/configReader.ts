/** Reads a key, with its namespace, of stack configuration or of an explicit provider. */
export interface ConfigReader {
  get(key: string): string | undefined;
}
