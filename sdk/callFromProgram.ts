import { type Output, output, runtime } from "@pulumi/pulumi";

import type { ArgsOf, ItemOf, ListFunction } from "../provider/functions";
import type { InputArgs, OptionalArgs } from "./callArgs";

/** A function that calls the API from the program itself, with the settings that resources have by default. */
export const fromProgram =
  <F extends ListFunction>(called: F) =>
  async (...[args]: OptionalArgs<ArgsOf<F>>): Promise<ItemOf<F>[]> => {
    // Loaded when something is asked: programs without such a call need neither HTTP nor sign-in.
    const { callList } = await import("../provider/lifecycle/functions/callFunction.js");
    const config = { get: (key: string) => runtime.getConfig(key) };
    return (await callList(called, args ?? {}, config)) as ItemOf<F>[];
  };

/** The same for arguments that are outputs; it asks when they are known. */
export const fromProgramOutput =
  <F extends ListFunction>(called: F) =>
  (...[args]: OptionalArgs<InputArgs<ArgsOf<F>>>): Output<ItemOf<F>[]> =>
    output(args ?? {}).apply((known) => fromProgram(called)(...([known] as OptionalArgs<ArgsOf<F>>)));
