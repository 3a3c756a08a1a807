import { type DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb";

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
  const { changes, replaces, drift } = await compareLive(definition, { id, olds, news, ignored }, runtime.context);
  // A refreshed state has none. A state from the dynamic provider may have one.
  await runtime.reportDrift(drift);
  const response = new DiffResponse();
  const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
  response.setChanges(changes.length > 0 || replaces.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setReplacesList(topLevel(replaces));
  response.setDeletebeforereplace(definition.deleteBeforeReplace === true);
  response.setDiffsList(topLevel(changes.map(({ path }) => path)));
  if (changes.length > 0) {
    const oldInputs = receive(request.getOldInputs()).values;
    for (const change of changes) {
      response.getDetaileddiffMap().set(change.path, propertyDiff(change, oldInputs));
    }
    response.setHasdetaileddiff(true);
  }
  return response;
}

/** The properties that paths lead into. */
const topLevel = (paths: readonly string[]): string[] => [...new Set(paths.map((path) => path.split(".")[0] ?? path))];
