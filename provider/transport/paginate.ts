import { BadResponseError, readServiceError } from "../errors";
import type { Api, ApiRequest, ApiResponse } from "./api";

/** No list of a tenant is this long; a service that pages on and on is broken. */
const MOST_PAGES = 10_000;

const linkNames = ["@odata.nextlink", "nextlink"];
/** `connections` is in a cross-tenant report, which is paged as well. */
const itemNames = ["value", "collection", "objectresult", "connections", "currencyallocations"];

export interface ListOptions {
  /** `{}` is the empty list, as of legacy rule sets. Elsewhere it is an answer that says nothing. */
  readonly isEmptyObjectEmpty?: boolean;
  /** Told how many pages were read, after each one that has a next. */
  readonly onPage?: (pages: number) => void;
}

/**
 * All items of a list, every page of it. Follows `@odata.nextLink` (in any case), `nextLink` and `continuationToken`;
 * items are under `value`, `collection`, `objectResult`, `connections` or `currencyAllocations`, or the answer is the array. A list that is asked
 * for by POST posts its body to every page. 204 is the empty list; 200 without a body is not. Absence must be proven, so a
 * page that failed or that cannot be read fails the whole listing.
 * @throws BadResponseError when a page holds no items array, tells of an error beside it, or a next link repeats.
 */
export async function listAll(api: Api, request: ApiRequest, options: ListOptions = {}): Promise<unknown[]> {
  return (await listPages(api, request, options)).items;
}

/** What one reading of a list gave. */
export interface Pages {
  /** Items that came on two pages, because somebody added one meanwhile, are there once. */
  readonly items: unknown[];
  /** How many pages it took. On several, an item that somebody deletes meanwhile may hide another one between two pages. */
  readonly pages: number;
}

/** The same, and of how many pages. */
export async function listPages(api: Api, request: ApiRequest, options: ListOptions = {}): Promise<Pages> {
  const items: unknown[] = [];
  const seen = new Set<string>();
  let next = request;
  for (;;) {
    const response: ApiResponse = await api.send(next);
    const page = readPage(request, response, options);
    for (const item of page.items) items.push(item);
    const { link, token } = page;
    const mark = link ?? token;
    if (mark === undefined) {
      const pages = seen.size + 1;
      return { items: pages === 1 ? items : withoutRepeats(items), pages };
    }
    if (seen.has(mark)) throw broken(request, response, "repeats a next link");
    if (seen.size >= MOST_PAGES) throw broken(request, response, `has more than ${MOST_PAGES} pages`);
    seen.add(mark);
    options.onPage?.(seen.size);
    next = link === undefined ? withToken(request, mark) : withoutQuery(request, link);
  }
}

interface Page {
  readonly items: readonly unknown[];
  readonly link?: string;
  readonly token?: string;
}

function readPage(request: ApiRequest, response: ApiResponse, options: ListOptions): Page {
  const { status, body } = response;
  if (status === 204) return { items: [] };
  if (Array.isArray(body)) return { items: body };
  const isObject = typeof body === "object" && body !== null;
  const members = isObject ? lowerCased(body) : new Map<string, unknown>();
  if (isObject && members.size === 0 && options.isEmptyObjectEmpty === true) return { items: [] };
  const items = itemsIn(members);
  if (items === undefined) throw broken(request, response, "has no array of items");
  // Settings answer 200 and tell in `errors` what went wrong.
  if (readServiceError({ errors: members.get("errors") }).code !== undefined) {
    throw broken(request, response, "tells of an error");
  }
  const link = textOf(linkNames.map((name) => members.get(name)).find((value) => isGiven(value)));
  const token = textOf(members.get("continuationtoken"));
  if (link === null || token === null) throw broken(request, response, "has a next link that is not a text");
  if (link !== undefined && !/^(?:https?:|\/)/i.test(link)) {
    throw broken(request, response, "has a next link that is no address");
  }
  return { items, ...(link === undefined ? {} : { link }), ...(token === undefined ? {} : { token }) };
}

const itemsIn = (members: ReadonlyMap<string, unknown>): readonly unknown[] | undefined =>
  itemNames.map((name) => members.get(name)).find((value) => Array.isArray(value));

/** The items in the answer to a write: those of a list, or the one that it is. */
export function itemsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  return typeof body === "object" && body !== null ? (itemsIn(lowerCased(body)) ?? [body]) : [];
}

function withoutRepeats(items: readonly unknown[]): unknown[] {
  const texts = new Set<string>();
  return items.filter((item) => {
    const text = JSON.stringify(item);
    const isNew = !texts.has(text);
    texts.add(text);
    return isNew;
  });
}

const lowerCased = (body: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/** `undefined` when there is none, `null` when it is something else than a text. */
function textOf(value: unknown): string | undefined | null {
  if (!isGiven(value)) return undefined;
  return typeof value === "string" ? value : null;
}

/** A next link is complete; our own query would only repeat or contradict what is in it. */
function withoutQuery(request: ApiRequest, link: string): ApiRequest {
  const next: { -readonly [K in keyof ApiRequest]: ApiRequest[K] } = { ...request, path: link };
  delete next.query;
  return next;
}

function withToken(request: ApiRequest, continuationToken: string): ApiRequest {
  return { ...request, query: { ...request.query, continuationToken } };
}

function broken(request: ApiRequest, { status, body, requestId }: ApiResponse, what: string): BadResponseError {
  const { code, codes, message } = readServiceError(body);
  const said = message === undefined ? "" : `: ${message}`;
  return new BadResponseError(
    `${request.method} ${request.path} answered ${status} with a page that ${what}${said} (request id ${requestId})`,
    { reason: "shape", status, requestId, codes, code },
  );
}
