import type { Answer } from "./answer";
import { answer } from "./answer";
import type { Call } from "./call";

/** Query parameter of next links. Opaque to clients; the contract does not have it, so it is taken off before validation. */
export const skipTokenName = "$skiptoken";

/** Items to skip, from an opaque token; undefined when it is none of ours. */
export function readSkipToken(token: string): number | undefined {
  const match = /^emulator:(\d+)$/.exec(Buffer.from(token, "base64url").toString("utf8"));
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

const writeSkipToken = (skip: number): string => Buffer.from(`emulator:${skip}`).toString("base64url");

/** Names that a list has for its paging. */
export interface PageNames {
  /** @default "@odata.nextLink" */
  link?: string;
  /** Query parameter of the next link. @default "$skiptoken" */
  token?: string;
  /** Items to leave out at the start. @default what `$skiptoken` says */
  skip?: number;
}

/** 200 with one page of a list, and the absolute address of the next page while there is one. */
export function page(call: Call, items: readonly unknown[], names: PageNames = {}): Answer {
  const { link = "@odata.nextLink", token = skipTokenName, skip = call.skip } = names;
  const size = call.tenantState.settings.pageSize;
  if (size <= 0) return answer(200, { value: items.slice(skip) });
  const end = skip + size;
  const value = items.slice(skip, end);
  if (end >= items.length) return answer(200, { value });
  const query = new URLSearchParams({ ...call.query, [token]: writeSkipToken(end) });
  return answer(200, { value, [link]: `${call.tenantState.baseUrl}${call.path}?${query.toString()}` });
}
