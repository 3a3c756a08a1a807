import type { Input } from "@pulumi/pulumi";

/** Arguments of a function's `…Output` form: each may be an output. */
export type InputArgs<A> = { readonly [K in keyof A]: Input<NonNullable<A[K]>> | OrAbsent<A[K]> };
type OrAbsent<T> = undefined extends T ? undefined : never;
