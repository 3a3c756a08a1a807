import { answer } from "../../answer";
import { param } from "../../call";
import { page } from "../../paging";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { lookAtEnvironment } from "./lifecycle/asyncOperation";
import { deletedEnvironments } from "./lifecycle/deleted";
import { environmentWire } from "./environmentWire";
import { parseFilter } from "./filter";
import { environmentMissing } from "./lifecycle/lifecycleAnswer";

const listEnvironments: OperationHandler = (call) => {
  const { query, tenantState } = call;
  lookAtEnvironment(tenantState);
  const isWanted = parseFilter(query.$filter ?? "");
  if (typeof isWanted === "string") return refuse(call, 400, { code: "InvalidFilter", message: isWanted });
  const ids = query.ids?.split(",");
  const deleted = tenantState.settings.deletedEnvironments === "listed" ? deletedEnvironments(tenantState) : [];
  const found = [...tenantState.tenant.environments.list(), ...deleted]
    .map((environment) => environmentWire(tenantState, environment))
    .filter(({ id }) => ids === undefined || ids.some((wanted) => isSameId(wanted, id)))
    .filter(isWanted)
    .sort(orderBy(query.$orderby));
  const skip = Number(query.$skip ?? 0);
  const end = query.$top === undefined ? found.length : skip + Number(query.$top);
  const wire = found.slice(skip, end).map((environment) => select(environment, query.$select));
  return page(call, wire, { link: "@odata.nextlink" });
};

const getEnvironment: OperationHandler = (call) => {
  const { tenantState } = call;
  const id = param(call, "environmentId");
  lookAtEnvironment(tenantState, id);
  const deleted = tenantState.settings.deletedEnvironments === "hidden" ? [] : deletedEnvironments(tenantState);
  const environment = tenantState.tenant.environments.get(id) ?? deleted.find((each) => isSameId(each.id, id));
  if (environment === undefined) return environmentMissing(call, id);
  return answer(200, select(environmentWire(tenantState, environment), call.query.$select));
};

function select(environment: Environment, selected: string | undefined): object {
  const names = selected?.split(",").map((name) => name.trim().toLowerCase());
  if (names === undefined) return environment;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name.toLowerCase())));
}

function orderBy(expression: string | undefined): (one: Environment, other: Environment) => number {
  const [name, direction] = (expression ?? "").trim().split(/\s+/);
  if (name === undefined || name === "") return () => 0;
  const sign = direction?.toLowerCase() === "desc" ? -1 : 1;
  return (one, other) => sign * textOf(one[name]).localeCompare(textOf(other[name]));
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const environmentOperations = { listEnvironments, getEnvironment };
