import type { Input } from "@pulumi/pulumi";

/** Arguments of a function's `…Output` form: each may be an output. */
export type InputArgs<A> = { readonly [K in keyof A]: Input<NonNullable<A[K]>> | OrAbsent<A[K]> };
type OrAbsent<T> = undefined extends T ? undefined : never;

/** Arguments that may be left out altogether when none is required. */
export type OptionalArgs<A> = Partial<A> extends A ? [args?: A] : [args: A];
