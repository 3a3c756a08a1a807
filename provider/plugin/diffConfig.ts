import { type DiffRequest, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";

import { type SettingName, settingsTable } from "../auth/settingsTable";
import { isGuid } from "../guid";
import { type ConfigText, isExplicitProvider, settingsOf } from "./config";
import type { Session } from "./session";
import { receive } from "./values";

/**
 * Compares the configuration of a provider instance. Another tenant replaces the instance and with it every resource, and so
 * does another cloud or endpoint, unless `tenantId` says that the tenant is the same; all else, a rotated secret above all, is taken over as it is.
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
    // What a preview does not know yet is left out of the settings, and not of the program.
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
 * Whether the resources are somewhere else now. A value that appears or goes proves nothing, since the environment may have
 * had it before, and a tenant has several domains; each resource knows its tenant and is refused in another. One tenant is in
 * one cloud, and another way to it, such as a gateway, moves nothing.
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

/** Of stack configuration the environment is asked first. */
const isOverruled = (name: SettingName, env: Session["env"]): boolean =>
  settingsTable.some((row) => row.name === name && row.env.some((variable) => env[variable]?.trim()));

const kindOf = (from: unknown, to: unknown): PropertyDiff.Kind => {
  const { ADD, DELETE, UPDATE } = PropertyDiff.Kind;
  return from === undefined ? ADD : to === undefined ? DELETE : UPDATE;
};
