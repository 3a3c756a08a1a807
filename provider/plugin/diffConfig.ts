import { type DiffRequest, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";

import { type SettingName, settingsTable } from "../auth/settingsTable";
import { isGuid } from "../guid";
import { type ConfigText, isExplicitProvider, settingsOf } from "./config";
import type { Session } from "./session";
import { receive } from "./values";

/**
 * Compares the configuration of a provider instance. Another tenant replaces the instance and every resource. Another cloud
 * or endpoint does too, unless `tenantId` says that the tenant is the same. Any other change, such as a rotated secret, is an update.
 */
export function diffConfig(request: DiffRequest, { env }: Session): DiffResponse {
  const olds = settingsOf(receive(request.getOldInputs() ?? request.getOlds()).values);
  const args = receive(request.getNews()).values;
  const news = settingsOf(args);
  const isExplicit = isExplicitProvider(args, request.getUrn());
  const response = new DiffResponse();
  const changed = settingsTable
    .map(({ name }) => name)
    .filter((name) => canonical(name, olds[name]) !== canonical(name, news[name]));
  const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
  response.setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
  for (const name of changed) {
    const isElsewhere = isMove(name, olds, news) && (isExplicit || !isOverruled(name, env));
    if (isElsewhere) response.addReplaces(name);
    response.addDiffs(name);
    const diff = new PropertyDiff();
    // The settings leave out values that a preview does not know. The program does not.
    const to = news[name] ?? args[name];
    diff.setKind(isElsewhere ? PropertyDiff.Kind.UPDATE_REPLACE : kindOf(olds[name], to));
    diff.setInputdiff(true);
    response.getDetaileddiffMap().set(name, diff);
  }
  response.setHasdetaileddiff(changed.length > 0);
  return response;
}

function canonical(name: SettingName, value: string | undefined): string | undefined {
  if (name === "endpoint") return value?.replace(/\/+$/, "");
  return ["tenantId", "cloud"].includes(name) ? value?.toLowerCase() : value;
}

/**
 * Whether the resources are in another tenant now. A value that is added or removed proves nothing, because the environment may
 * have had it before. A tenant has several domains. Each resource is recorded with its tenant and refused in another. One tenant is
 * in one cloud, and another address of it, such as a gateway, changes nothing.
 */
function isMove(name: SettingName, olds: ConfigText, news: ConfigText): boolean {
  const { [name]: from } = olds;
  const { [name]: to } = news;
  if (from === undefined || to === undefined) return false;
  if (name === "tenantId") return isGuid(from) && isGuid(to);
  return (name === "cloud" || name === "endpoint") && !isSameTenant(olds, news);
}

const isSameTenant = ({ tenantId: from = "" }: ConfigText, { tenantId: to = "" }: ConfigText): boolean =>
  isGuid(from) && canonical("tenantId", from) === canonical("tenantId", to);

/** The environment wins over stack configuration. */
const isOverruled = (name: SettingName, env: Session["env"]): boolean =>
  settingsTable.some((row) => row.name === name && row.env.some((variable) => env[variable]?.trim()));

const kindOf = (from: unknown, to: unknown): PropertyDiff.Kind => {
  const { ADD, DELETE, UPDATE } = PropertyDiff.Kind;
  return from === undefined ? ADD : to === undefined ? DELETE : UPDATE;
};
