import type { Kind } from "../../../provider/resources";
import type { Form } from "../../programs/forms";
import type { Properties } from "../../scenarios/driver";
import { costlyCases, type KindCase } from "../../kinds";

/** A resource of a program as plain data, so that a program in another process can be told of it. */
export interface DeclaredResource {
  readonly kind: Kind;
  readonly name: string;
  readonly args: Properties;
}

/** A program that declares these. */
export const programOf =
  ({ sdk }: Pick<Form, "sdk">, resources: readonly DeclaredResource[]) =>
  (): void => {
    for (const { kind, name, args } of resources) new sdk[kind](name, args as never);
  };

const fates = ["made", "changed", "replaced", "deleted"] as const;
type Fate = (typeof fates)[number];

const resource = ({ kind, inputs, distinct }: KindCase, fate: Fate, change: Properties = {}): DeclaredResource => ({
  kind,
  name: `${fate}-${kind}`,
  args: { ...inputs, ...distinct(fates.indexOf(fate)), ...change },
});

const changing = costlyCases.filter(({ change }) => change !== undefined);
const replacing = costlyCases.filter(({ replacing }) => Object.keys(replacing).length > 0);

/** One resource of each kind to be changed, replaced and deleted, as far as the kind knows that. */
export const declaredBefore: readonly DeclaredResource[] = [
  ...changing.map((each) => resource(each, "changed")),
  ...replacing.map((each) => resource(each, "replaced")),
  ...costlyCases.map((each) => resource(each, "deleted")),
];

/** The program after it: one more resource of each kind, and the changes. */
export const declaredAfter: readonly DeclaredResource[] = [
  ...costlyCases.map((each) => resource(each, "made")),
  ...changing.map((each) => resource(each, "changed", each.change!.inputs)),
  ...replacing.map((each) => resource(each, "replaced", Object.values(each.replacing)[0])),
];

/** One new resource of each kind. */
export const declaredNew: readonly DeclaredResource[] = costlyCases.map((each) => resource(each, "made"));

const deletes = costlyCases.map(({ deleteOperation }) => deleteOperation);
const creates = costlyCases.map(({ createOperation }) => createOperation);

/** Requests that are at the tenant at the same time. */
export interface HeldRequests {
  readonly operationIds: readonly string[];
  readonly count: number;
}

/** Operations by which `declaredBefore` becomes `declaredAfter`, all at the same time, and how many requests that is. */
export const changes: HeldRequests = {
  operationIds: [...creates, ...changing.map(({ change }) => change!.updateOperation)],
  count: costlyCases.length + changing.length + replacing.length,
};

/** The same of the deletes that follow. */
export const removals: HeldRequests = { operationIds: deletes, count: costlyCases.length + replacing.length };

/** Requests of two runs that both do the same. */
export const twice = ({ operationIds, count }: HeldRequests): HeldRequests => ({
  operationIds,
  count: 2 * count,
});

/** The creates of `declaredNew`. */
export const creations: HeldRequests = { operationIds: creates, count: costlyCases.length };
