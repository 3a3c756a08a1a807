import type { Kind } from "../../../provider/resources";
import type { Properties } from "../../../testing/engine/properties/value";
import { seeded } from "../../../testing/emulator/seed";
import type { Tenant } from "../../../testing/emulator/tenant/tenant";
import { billingPolicy } from "./billingPolicy";
import { environmentGroup } from "./environmentGroup";
import { isvContract } from "./isvContract";
import type { KindModel, LiveObject } from "./kindModel";
import { roleAssignment } from "./roleAssignment";
import { textOf } from "./textOf";

export type { KindModel, LiveObject } from "./kindModel";

/** Stories are made of collections; no program of theirs declares another shape. */
export const kindModels = {
  RoleAssignment: roleAssignment,
  EnvironmentGroup: environmentGroup,
  BillingPolicy: billingPolicy,
  IsvContract: isvContract,
} as Readonly<Record<Kind, KindModel>>;

/** A live object together with its kind. */
export interface KindObject extends LiveObject {
  readonly kind: Kind;
}

/** Everything in the tenant that a program could manage. */
export const allLive = (tenant: Tenant): KindObject[] =>
  (Object.keys(kindModels) as Kind[]).flatMap((kind) =>
    kindModels[kind].list(tenant).map((live) => ({ kind, ...live })),
  );

/** Names an object of any kind. */
export const objectName = ({ kind, id }: { readonly kind: Kind; readonly id: string }): string =>
  `${kind} ${id.toLowerCase()}`;

/** Who runs the stories; other stacks may have the same identity. */
export const callerId = seeded.ownerId;

const hourMs = 60 * 60 * 1_000;

/** A time after which nobody takes an object for that of an interrupted create any more. */
export const muchLater = (): string => new Date(Date.now() + 3 * hourMs).toISOString();

/** Whether the create that was sent at this moment may have made the object: the caller is its creator, and the time is right. */
export function mayBeOf(sentAt: number, { kind, entity }: KindObject): boolean {
  const { created, creator } = kindModels[kind];
  const madeAt = Date.parse(textOf(entity[created]));
  return creator(entity) === callerId && madeAt + 5_000 >= sentAt && madeAt <= sentAt + hourMs / 2;
}

/** Members in which a live object is not as inputs declare it. */
export function differences(kind: Kind, inputs: Properties, live: Properties): string[] {
  const { meaning, unmanaged } = kindModels[kind];
  const [wanted, found] = [meaning(inputs), meaning(live)];
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].filter(
    (name) =>
      !(wanted[name] === undefined && unmanaged.includes(name)) &&
      JSON.stringify(wanted[name]) !== JSON.stringify(found[name]),
  );
}

/** What a live object says that inputs leave to others. */
export function undeclared(kind: Kind, inputs: Properties, live: Properties): Properties {
  const { meaning, unmanaged, others } = kindModels[kind];
  const [wanted, found] = [meaning(inputs), meaning(live)];
  const left = unmanaged.filter((name) => wanted[name] === undefined);
  return Object.fromEntries([
    ...left.map((name) => [name, found[name] ?? null]),
    ...others.map((name) => [name, live[name] ?? null]),
  ]) as Properties;
}

/** Whether two of a kind would be taken for the same object. */
export function isSameKey(kind: Kind, a: Properties, b: Properties): boolean {
  const { meaning, key } = kindModels[kind];
  const [one, other] = [meaning(a), meaning(b)];
  return key.every((name) => one[name] === other[name]);
}
