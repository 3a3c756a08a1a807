/** What the lifecycle knows of HTTP: one call that sends a request and answers with parsed JSON, or throws a typed error. */
export interface Api {
  /** Resolves on 2xx; otherwise throws a subclass of `PowerPlatformError`. */
  send(request: ApiRequest): Promise<ApiResponse>;
}

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the endpoint with encoded segments, or an absolute next link that the service gave. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** A POST that only asks: it may be sent again, and stopped, like a GET. */
  readonly isRead?: true;
  /**
   * Service codes (any depth of the error body) that say "refused, not yet": the request is sent again while they
   * last and `waitMs` is not over. Only codes that prove that nothing was changed belong here.
   */
  readonly waitFor?: { readonly codes: readonly string[]; readonly waitMs: number } | undefined;
  /** A POST or PATCH that may be carried out twice without changing more than once. PUT and DELETE always may. */
  readonly isReplaySafe?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ApiResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` when the answer had no body. */
  readonly body: unknown;
  /** The id that we sent with the attempt that was answered. */
  readonly requestId: string;
}
