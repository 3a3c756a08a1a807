import { secret } from "../properties/secrets";
import type { Properties } from "../properties/value";
import type { ConfigDefault } from "./project";

/** The configuration of a stack: full keys (`namespace:name`) with their values, and which of them are secret. */
export class StackConfig {
  private constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly secrets: ReadonlySet<string>,
  ) {}

  /** Puts together the defaults of Pulumi.yaml and what the test gives, which wins. A key without namespace is the project's. */
  static create(
    project: string,
    defaults: ReadonlyMap<string, ConfigDefault>,
    plain: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string>>,
  ): StackConfig {
    const values = new Map<string, string>();
    const secretKeys = new Set<string>();
    const set = (key: string, value: string, isSecret: boolean): void => {
      const full = key.includes(":") ? key : `${project}:${key}`;
      values.set(full, value);
      if (isSecret) secretKeys.add(full);
      else secretKeys.delete(full);
    };
    for (const [key, given] of defaults) set(key, given.value, given.secret);
    for (const [key, value] of Object.entries(plain)) set(key, value, false);
    for (const [key, value] of Object.entries(secrets)) set(key, value, true);
    return new StackConfig(values, secretKeys);
  }

  /** Every value by full key, decrypted, as the program gets it. */
  plain(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  /** The keys of the secret values. */
  secretKeys(): string[] {
    return [...this.secrets];
  }

  /**
   * The inputs of a default provider: for a dynamic one the whole configuration under full keys, for any other package
   * its own namespace under plain names.
   */
  forPackage(packageName: string): Properties {
    const inputs: Properties = {};
    for (const [key, value] of this.values) {
      const [namespace = "", name = ""] = key.split(/:(.*)/s);
      const marked = this.secrets.has(key) ? secret(value) : value;
      if (packageName === "pulumi-nodejs") inputs[key] = marked;
      else if (namespace === packageName) inputs[name] = marked;
    }
    return inputs;
  }
}
