import type { Call } from "../declare/call";
import { compare } from "../declare/compare";
import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { carryOut, changeOf } from "./awaitChange";
import type { RemoteContext } from "./context";
import { readListedNow } from "./item";
import { pollListing } from "./pollListing";
import type { Progress } from "./located";
import { requestOf } from "./requestOf";

/**
 * Changes one field by its call and waits until the live object shows it, which may be later than the end of the operation.
 * Where the API can check the call, it is asked first: a check that fails changes nothing.
 * @returns the live object
 */
export async function changeByCall(
  progress: Progress,
  path: string,
  call: Call,
  context: RemoteContext,
): Promise<Values | undefined> {
  const { definition, place, inputs, waitMs } = progress;
  const request = requestOf(definition, call, place, inputs);
  const change = changeOf(progress, labelOf(definition, inputs), waitMs);
  const read = (): Promise<Values | undefined> => readListedNow(progress, context);
  const isDone = (live: Values | undefined): boolean =>
    live === undefined || !compare(definition.fields, live, inputs).some((each) => each.path === path);
  if (call.isCheckedFirst === true) {
    const check = { ...request, query: { ...request.query, ValidateOnly: "true" }, isRead: true } as const;
    await carryOut({ ...change, isDone: () => Promise.resolve(true) }, () => context.api.send(check), context);
  }
  const done = { ...change, isDone: async () => isDone(await read()) };
  await carryOut(done, () => context.api.send(request), context);
  return pollListing(read, isDone, context);
}
