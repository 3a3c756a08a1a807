import { type InvokeOptions, type InvokeOutputOptions, type Output, runtime } from "@pulumi/pulumi";

import type { ArgsOf, ItemOf, ListFunction } from "../../provider/functions";
import type { InputArgs, OptionalArgs } from "../callArgs";
import { pluginToken } from "../../provider/resources/typeToken";

/** A function of the plugin: it has the settings of the provider that it is given, or of the default one. */
export const throughPlugin =
  <F extends ListFunction>({ name, result }: F) =>
  async (...[args, options]: [...OptionalArgs<ArgsOf<F>>, options?: InvokeOptions]): Promise<ItemOf<F>[]> => {
    const answer = (await runtime.invoke(pluginToken(name), args ?? {}, options)) as Answer<F>;
    return answer[result] ?? [];
  };

/** The same for arguments that are outputs; it asks when they are known. */
export const throughPluginOutput =
  <F extends ListFunction>({ name, result }: F) =>
  (
    ...[args, options]: [...OptionalArgs<InputArgs<ArgsOf<F>>>, options?: InvokeOutputOptions]
  ): Output<ItemOf<F>[]> =>
    runtime
      .invokeOutput<Answer<F>>(pluginToken(name), args ?? {}, options)
      .apply((answer) => answer[result] ?? []);

/** The items under the name that the function declares. */
type Answer<F> = Readonly<Record<string, ItemOf<F>[] | undefined>>;
