import { type Deployment, type Emulator, seeded, type Seed } from "pulumi-power-platform-testing";

/** A group that somebody makes before the program adopts it. */
export const madeByHand = "dddddddd-dddd-4ddd-8ddd-ddddddddddd2";

/** Ids that the program of a release may name. */
const kept: readonly string[] = [seeded.groupId, madeByHand];

/** Ids of a recording, in the order of names, so that every recording of a program has the same. */
const idOf = (kind: number, index: number): string =>
  `${String(kind).repeat(8)}-0000-4000-8000-${String(index + 1).padStart(12, "0")}`;

/** When everything was made. */
export const recordedAt = Date.UTC(2026, 0, 5, 9);

/**
 * The tenant's objects and the state that knows them, with ids that are the same in every recording: those of the emulator
 * are random. What the writer keeps for itself (keys, times, its version) is left out.
 */
export function anonymised({ tenant }: Emulator, state: Deployment): { tenant: Seed; state: Deployment } {
  const objects = {
    environmentGroups: sorted(tenant.environmentGroups.list(), ({ displayName }) => String(displayName)),
    roleAssignments: sorted(tenant.roleAssignments.list(), byRoleAndScope),
    billingPolicies: sorted(tenant.billingPolicies.list(), ({ name }) => String(name)),
    isvContracts: sorted(tenant.isvContracts.list(), ({ name }) => String(name)),
  };
  const found = Object.values(objects).flatMap((kind, at) =>
    kind.map((entity, index) => [wireIdOf(entity), idOf(at + 1, index)] as const).filter(([id]) => !kept.includes(id)),
  );
  const replaced = <T>(value: T): T =>
    JSON.parse(
      found
        .reduce((text, [id, fixed]) => text.replaceAll(id, fixed), JSON.stringify(value))
        .replace(/((?:request|correlation) id )[0-9a-f-]{36}/g, `$1${idOf(9, 0)}`),
    ) as T;
  const { deployment, ...form } = state;
  const manifest = { time: new Date(recordedAt).toISOString(), magic: "", version: "" };
  const resources = (deployment.resources ?? []).map((resource) => timed(replaced(resource)));
  return { tenant: replaced(objects), state: { ...form, deployment: { manifest, resources } } };
}

const withoutPositions = (resource: Resource): Resource =>
  Object.fromEntries(
    Object.entries(resource).filter(([name]) => name !== "sourcePosition" && name !== "stackTrace"),
  ) as unknown as Resource;

type Resource = NonNullable<Deployment["deployment"]["resources"]>[number];

/** Made at the same time as all else; where in a program is left out, since it is long and the writer's alone. */
function timed(resource: Resource): Resource {
  const at = new Date(recordedAt).toISOString();
  const { created, modified } = resource;
  return {
    ...withoutPositions(resource),
    ...(created === undefined ? {} : { created: at }),
    ...(modified === undefined ? {} : { modified: at }),
  };
}

/** Scopes may hold random ids; a role at such a scope is given once. */
const byRoleAndScope = ({ roleDefinitionId, scope }: { roleDefinitionId: string; scope: string }): string =>
  `${roleDefinitionId} ${scope}`;

const wireIdOf = (entity: object): string => {
  const { id, roleAssignmentId } = entity as Readonly<Record<string, unknown>>;
  return String(id ?? roleAssignmentId);
};

const sorted = <T>(entities: readonly T[], by: (entity: T) => string): T[] =>
  [...entities].sort((a, b) => (by(a) < by(b) ? -1 : 1));
