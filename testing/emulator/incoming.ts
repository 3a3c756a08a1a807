/** A request as the server received it. */
export interface Incoming {
  method: string;
  /** Path without the query, as sent. */
  path: string;
  search: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  /** Body text; empty when there was none. */
  body: string;
}
