/** What an operation answers; the server adds the correlation id. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** JSON value; absent means an empty body. */
  body?: unknown;
  /** True for an answer that the contract need not list: the gateway's own, and those behind a switch. */
  undocumented?: boolean;
}

export const answer = (status: number, body?: unknown, headers?: Record<string, string>): Answer => ({
  status,
  ...(body === undefined ? {} : { body }),
  ...(headers === undefined ? {} : { headers }),
});
