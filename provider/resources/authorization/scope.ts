import { isGuid } from "../../guid";
import { text } from "../../declare/fields";
import { placeholderProblem } from "../../declare/placeholder";

/** A place where a role can be assigned. */
export interface Scope {
  readonly kind: "tenant" | "environmentGroup" | "environment";
  /** Id of the group or environment. */
  readonly id?: string;
  /** Only a full scope names its tenant. */
  readonly tenantId?: string;
}

const pattern = /^(?:\/tenants\/([^/\s]+))?(?:\/(environmentgroups|environments)\/([^/\s]+))?$/i;

/** Reads a scope in any spelling that programs or the service use; `undefined` when it is none. */
export function parseScope(value: string): Scope | undefined {
  if (value.toLowerCase() === "tenant") return { kind: "tenant" };
  const match = pattern.exec(value.replace(/\/+$/, ""));
  const [whole, tenantId, segment, id] = match ?? [];
  if (whole === undefined || whole === "") return undefined;
  const tenant = tenantId === undefined ? {} : { tenantId };
  if (segment === undefined || id === undefined) return { kind: "tenant", ...tenant };
  const kind = segment.toLowerCase() === "environments" ? "environment" : "environmentGroup";
  // Microsoft's own client lower-cases environment ids too; ids such as Default-{tenantId} stay as they are.
  return { kind, id: isGuid(id) ? id.toLowerCase() : id, ...tenant };
}

/** The scope below its tenant: ``, `/environmentGroups/{id}` or `/environments/{id}`. */
export function scopePath(scope: Scope): string {
  if (scope.kind === "tenant") return "";
  return `/${scope.kind === "environment" ? "environments" : "environmentGroups"}/${scope.id ?? ""}`;
}

/** The scope in words, for messages. */
export const scopeTitle = (scope: Scope): string =>
  scope.kind === "tenant"
    ? "the tenant"
    : `${scope.kind === "environment" ? "environment" : "environment group"} ${scope.id ?? ""}`;

/** `value` must be a scope; throws nothing, falls back to itself. */
const pathOf = (value: string): string => {
  const scope = parseScope(value);
  return scope === undefined ? value : scopePath(scope);
};

/** The field `scope`. */
export const scopeField = () =>
  text({
    replaces: true,
    canonical: (value) => `${pathOf(value).toLowerCase()}/`,
    // The service spells environment groups in lower case, and the tenant is recorded beside it.
    read: (value) => pathOf(value) || "tenant",
    write: (value, { tenantId }) => `/tenants/${tenantId ?? ""}${pathOf(value)}`,
    refuse: (value, { tenantId }) => {
      const problem = placeholderProblem(value);
      if (problem !== undefined) return problem;
      const scope = parseScope(value);
      if (scope === undefined) {
        return `"${value}" is not a scope: write tenant, /environmentGroups/{id}, /environments/{id}, or the full form that starts with /tenants/{tenantId}`;
      }
      if (scope.kind === "environmentGroup" && !isGuid(scope.id ?? "")) {
        return `"${value}" is not a scope: the id of an environment group is a GUID, not "${scope.id ?? ""}"`;
      }
      if (scope.tenantId === undefined || tenantId === undefined || !isGuid(tenantId)) return undefined;
      return scope.tenantId.toLowerCase() === tenantId.toLowerCase()
        ? undefined
        : `"${value}" is a scope of tenant ${scope.tenantId}, but the provider works in tenant ${tenantId}: use a provider for that tenant, or write ${scopePath(scope) || "tenant"}`;
    },
  });
