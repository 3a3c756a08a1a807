import type * as pulumi from "@pulumi/pulumi";
import type { Note as DynamicNote } from "./note";
import { programPath } from "./packageRoot";

interface Toy {
  Note: new (name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) => DynamicNote;
  Provider: new (name: string, args: pulumi.Inputs, options?: pulumi.ResourceOptions) => pulumi.ProviderResource;
  lookUp: (args: pulumi.Inputs, options?: pulumi.InvokeOptions) => Promise<Record<string, unknown>>;
  lookUpOutput: (args: pulumi.Inputs, options?: pulumi.InvokeOptions) => pulumi.Output<Record<string, unknown>>;
}

/** The notes of a plugin, in the same toy service as the dynamic ones. */
export const {
  Note: NativeNote,
  Provider: NativeProvider,
  lookUp,
  lookUpOutput,
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript outside of what is compiled
} = require(`${programPath("toy")}/native.js`) as Toy;

/** The type that notes of the dynamic provider have. */
export const dynamicNoteType = "pulumi-nodejs:dynamic/toy:Note";
