import { type DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb";

import { compare } from "../declare/compare";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { diff as compareLive } from "../lifecycle/diff";
import { propertyDiff } from "./detailedDiff";
import type { Session } from "./session";
import { resourceOfUrn } from "./resourceOfUrn";
import { receive } from "./values";

/** Compares the program with the live object. */
export async function diff(request: DiffRequest, { runtime }: Session): Promise<DiffResponse> {
  const definition = resourceOfUrn(request.getUrn());
  const id = request.getId();
  const olds = receive(request.getOlds()).values;
  const news = receive(request.getNews()).values;
  const ignored = request.getIgnorechangesList();
  const call = { id, olds, news, ignored };
  const { changes, replaces, drift, isStale, deletesFirst } = await compareLive(definition, call, runtime.context);
  // A refreshed state has none. A state from the dynamic provider may have one.
  await runtime.reportDrift(drift);
  const response = new DiffResponse();
  const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
  // The program and somebody made the same change, and nobody has refreshed the state. The update that follows writes nothing to the tenant.
  const isBehind = isStale && request.hasOldInputs() && isChange(definition, oldInputsOf(request), news);
  const isChanged = changes.length > 0 || replaces.length > 0 || isBehind;
  response.setChanges(isChanged ? DIFF_SOME : DIFF_NONE);
  response.setReplacesList(topLevel(replaces));
  response.setDeletebeforereplace(deletesFirst);
  response.setDiffsList(topLevel(changes.map(({ path }) => path)));
  if (changes.length > 0) {
    const oldInputs = oldInputsOf(request);
    for (const change of changes) {
      response.getDetaileddiffMap().set(change.path, propertyDiff(change, oldInputs));
    }
    response.setHasdetaileddiff(true);
  }
  return response;
}

const oldInputsOf = (request: DiffRequest): Values => receive(request.getOldInputs()).values;

const isChange = ({ fields }: ResourceDefinition, before: Values, after: Values): boolean =>
  compare(fields, before, after).length > 0;

/** The properties that paths lead into. */
const topLevel = (paths: readonly string[]): string[] => [...new Set(paths.map((path) => path.split(".")[0] ?? path))];
