import type { Input, Output } from "@pulumi/pulumi";
import type { z } from "zod";

import type { InputsOf, OutputsOf } from "../provider/declare/define";
import type { programShape } from "../provider/declare/programFields";

/** A value that a program may give now or as an output of another resource, at every level. */
export type DeepInput<T> = [T] extends [readonly (infer Item)[]]
  ? Input<DeepInput<Item>[]>
  : [T] extends [object]
    ? Input<{ [K in keyof T]: DeepInput<NonNullable<T[K]>> | (undefined extends T[K] ? undefined : never) }>
    : Input<T>;

/** The arguments of a resource: its declared fields and what every resource takes. */
export type Args<R> = Fields<InputsOf<R>> & Fields<z.input<z.ZodObject<typeof programShape>>>;

type Fields<T> = {
  [K in keyof T]: DeepInput<NonNullable<T[K]>> | (undefined extends T[K] ? undefined : never);
};

/** The outputs of a resource, a property each. */
export type Outputs<R> = {
  readonly [K in keyof OutputsOf<R>]: Output<OutputsOf<R>[K]>;
} & {
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
};
