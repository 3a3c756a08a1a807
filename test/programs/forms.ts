import { join } from "node:path";

import type { Kind } from "../../provider/resources";
import { pluginToken, typeToken } from "../../provider/resources/typeToken";
import * as dynamic from "../../sdk";
import * as plugin from "../../sdk/plugin";
import type { StackOptions } from "pulumi-power-platform-testing";

const root = join(__dirname, "../../..");

/** What programs of both forms write in the same way. */
type Sdk = Pick<typeof dynamic, Kind | "GovernedEnvironment" | "Provider" | "scopes">;

/** One of the two forms that the resources have: what a program imports, and how the engine runs it. */
export interface Form {
  readonly title: string;
  readonly sdk: Sdk;
  /** What the engine is told in Pulumi.yaml. */
  readonly stack: Pick<StackOptions, "plugins">;
  readonly typeOf: (kind: Kind) => string;
  /** The text of the provider that each resource has in state. */
  readonly codeOf: (kind: Kind) => string | undefined;
  /** Type of an explicit provider in state. */
  readonly providerType: string;
  /** Its keys in state have the namespace of stack configuration. */
  readonly providerKey: (setting: string) => string;
  /** Whether a plain preview or update reads each resource first, and so shows what was changed in the tenant as properties. */
  readonly isRefreshed: boolean;
}

export const dynamicForm: Form = {
  title: "in the dynamic form",
  sdk: dynamic,
  stack: {},
  typeOf: typeToken,
  codeOf: (kind) => `exports.handler = () => require("pulumi-power-platform/dynamic").provider("${kind}");`,
  providerType: "pulumi:providers:pulumi-nodejs",
  providerKey: (setting) => `power-platform:${setting}`,
  isRefreshed: false,
};

export const pluginForm: Form = {
  title: "through the plugin",
  sdk: plugin,
  stack: { plugins: [{ name: "power-platform", path: join(root, "plugin") }] },
  typeOf: pluginToken,
  codeOf: () => undefined,
  providerType: "pulumi:providers:power-platform",
  providerKey: (setting) => setting,
  isRefreshed: true,
};

export const forms: readonly Form[] = [dynamicForm, pluginForm];

/** The same tests for each form. */
export function describeForms(title: string, suite: (this: Mocha.Suite, form: Form) => void): void {
  for (const form of forms) {
    describe(`${title}, ${form.title}`, function () {
      this.timeout(300_000);
      suite.call(this, form);
    });
  }
}
