import * as messages from "@pulumi/pulumi/proto/provider_pb";

import { struct, urnOf } from "../../scenarios/pluginDriver";
import type { Properties } from "../../scenarios/driver";
import { type PluginClient, values } from "./pluginClient";

/** A secret on Pulumi's wire. */
export const secret = (value: unknown): Properties => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

/** What Pulumi's Node SDK sends for a value that is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A create as a preview or an update asks for it. */
export async function create(
  { call }: PluginClient,
  kind: string,
  inputs: Properties,
  { preview = false, timeout = 0, name = "one" } = {},
): Promise<{ id: string; outputs: Properties; refreshBeforeUpdate: boolean }> {
  const request = new messages.CreateRequest();
  request.setUrn(urnOf(kind, name)).setProperties(struct(inputs)).setPreview(preview).setTimeout(timeout);
  const answer = await call<messages.CreateResponse>("create", request);
  return {
    id: answer.getId(),
    outputs: values(answer.getProperties()),
    refreshBeforeUpdate: answer.getRefreshBeforeUpdate(),
  };
}

export async function update(
  { call }: PluginClient,
  kind: string,
  olds: { readonly id: string; readonly outputs: Properties },
  news: Properties,
  { preview = false, ignoreChanges = [] as string[] } = {},
): Promise<{ outputs: Properties; refreshBeforeUpdate: boolean }> {
  const request = new messages.UpdateRequest();
  request.setUrn(urnOf(kind)).setId(olds.id).setOlds(struct(olds.outputs)).setNews(struct(news));
  request.setPreview(preview).setIgnorechangesList(ignoreChanges);
  const answer = await call<messages.UpdateResponse>("update", request);
  return {
    outputs: values(answer.getProperties()),
    refreshBeforeUpdate: answer.getRefreshBeforeUpdate(),
  };
}

export interface ReadAnswer {
  readonly id: string;
  readonly outputs: Properties;
  readonly inputs: Properties | undefined;
  readonly refreshBeforeUpdate: boolean;
}

/** A refresh (`state`), a `get` (`state` with nothing in it) or an import (no `state`). */
export async function read(
  { call }: PluginClient,
  kind: string,
  id: string,
  state?: { readonly inputs: Properties; readonly outputs: Properties },
  name = "one",
): Promise<ReadAnswer> {
  const request = new messages.ReadRequest();
  request.setUrn(urnOf(kind, name)).setId(id);
  if (state !== undefined) request.setProperties(struct(state.outputs)).setInputs(struct(state.inputs));
  const answer = await call<messages.ReadResponse>("read", request);
  return {
    id: answer.getId(),
    outputs: values(answer.getProperties()),
    inputs: answer.hasInputs() ? values(answer.getInputs()) : undefined,
    refreshBeforeUpdate: answer.getRefreshBeforeUpdate(),
  };
}

/** Each changed property with its kind, and `input` where the program is what has changed. */
export async function detailedDiff(
  { call }: PluginClient,
  kind: string,
  olds: { readonly id: string; readonly inputs: Properties; readonly outputs: Properties },
  news: Properties,
  ignoreChanges: string[] = [],
  name = "one",
): Promise<{ diff: Record<string, string>; replaces: string[]; changes: string }> {
  const request = new messages.DiffRequest();
  request.setUrn(urnOf(kind, name)).setId(olds.id).setOlds(struct(olds.outputs)).setOldInputs(struct(olds.inputs));
  request.setNews(struct(news)).setIgnorechangesList(ignoreChanges);
  return describeDiff(await call<messages.DiffResponse>("diff", request));
}

export function describeDiff(answer: messages.DiffResponse): {
  diff: Record<string, string>;
  replaces: string[];
  changes: string;
} {
  const diff: Record<string, string> = {};
  answer.getDetaileddiffMap().forEach((property, path) => {
    const kind = nameIn(messages.PropertyDiff.Kind, property.getKind());
    diff[path] = property.getInputdiff() ? `${kind} input` : kind;
  });
  const changes = nameIn(messages.DiffResponse.DiffChanges, answer.getChanges());
  return { diff, replaces: answer.getReplacesList(), changes };
}

const nameIn = (names: object, value: number): string =>
  Object.entries(names).find(([, each]) => each === value)?.[0] ?? String(value);
