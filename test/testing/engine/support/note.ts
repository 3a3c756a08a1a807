import type * as pulumi from "@pulumi/pulumi";
import { programPath } from "./packageRoot";

/** The toy resource, loaded from where its provider is found again. */
export interface Note extends pulumi.CustomResource {
  readonly text: pulumi.Output<string>;
  readonly serial: pulumi.Output<number>;
  readonly code: pulumi.Output<string>;
}

interface Toy {
  Note: new (name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) => Note;
  Provider: new (name: string, args: pulumi.Inputs, options?: pulumi.ResourceOptions) => pulumi.ProviderResource;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript outside of what is compiled
export const { Note, Provider } = require(`${programPath("toy")}/note.js`) as Toy;
