import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";
import { runtime } from "@pulumi/pulumi";

import { pluginToken } from "../../provider/resources/typeToken";
import type { CalledFunction } from "../calledFunction";

/** Calls a function of the plugin: it has the settings of the provider that it is given, or of the default one. */
export async function throughPlugin<Answer>(
  called: CalledFunction,
  args: object = {},
  options?: InvokeOptions,
): Promise<Answer> {
  return answerIn(called, (await runtime.invoke(pluginToken(called.name), { ...args }, options)) as Returned) as Answer;
}

/** The same for arguments that are outputs; it asks when they are known. */
export const throughPluginOutput = <Answer>(
  called: CalledFunction,
  args: object = {},
  options?: InvokeOutputOptions,
): Output<Answer> =>
  runtime
    .invokeOutput<Returned>(pluginToken(called.name), { ...args }, options)
    .apply<Answer>((returned) => answerIn(called, returned) as Answer);

type Returned = Readonly<Record<string, unknown>>;

/** The items under the name that the function declares, or the one object that was returned. */
const answerIn = ({ result }: CalledFunction, returned: Returned): unknown =>
  result === undefined ? returned : (returned[result] ?? []);
