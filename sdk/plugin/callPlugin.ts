import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";
import { runtime } from "@pulumi/pulumi";

import { pluginToken } from "../../provider/resources/typeToken";
import type { CalledFunction } from "../calledFunction";

/** Calls a function of the plugin: it has the settings of the provider that it is given, or of the default one. */
export async function throughPlugin<Item>(
  { name, result }: CalledFunction,
  args: object = {},
  options?: InvokeOptions,
): Promise<Item[]> {
  const answer = (await runtime.invoke(pluginToken(name), { ...args }, options)) as Answer<Item>;
  return answer[result] ?? [];
}

/** The same for arguments that are outputs; it asks when they are known. */
export const throughPluginOutput = <Item>(
  { name, result }: CalledFunction,
  args: object = {},
  options?: InvokeOutputOptions,
): Output<Item[]> =>
  runtime.invokeOutput<Answer<Item>>(pluginToken(name), { ...args }, options).apply((answer) => answer[result] ?? []);

/** The items under the name that the function declares. */
type Answer<Item> = Readonly<Record<string, Item[] | undefined>>;
