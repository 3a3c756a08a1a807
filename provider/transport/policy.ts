import type { ApiRequest } from "./api";

/** A request on its way through the policies. */
export interface HttpRequest {
  readonly method: ApiRequest["method"];
  readonly isRead?: ApiRequest["isRead"];
  readonly url: URL;
  /** The path for people: no host, no query. */
  readonly route: string;
  /** Lower-case names. Each attempt sets its own. */
  readonly headers: Map<string, string>;
  /** JSON text. */
  readonly body?: string;
  readonly waitFor?: ApiRequest["waitFor"];
  /** Whether it may be carried out twice. */
  readonly isReplaySafe?: boolean;
  readonly signal?: AbortSignal;
  /** Which attempt this is, from 1. Set by the retry policy. */
  attempt: number;
  /** Told of every exchange on the wire and of every wait. Set by the log policy. */
  trace?: (event: TraceEvent) => void;
}

/** Whether a request changes nothing: a GET, or a POST that only asks. */
export const isRead = (request: HttpRequest): boolean => request.method === "GET" || request.isRead === true;

/** An answer of any status. */
export interface HttpReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; a text where a refusal is not JSON; `undefined` when there was none. */
  readonly body: unknown;
  /** The body is a text because it is not JSON. */
  readonly isText?: true;
  /** The id that went with this attempt. */
  readonly requestId: string;
  /** Why it was not tried again, for the message. */
  readonly gaveUp?: string;
  /** An attempt before this one was lost, so it may have been done whatever this one says. */
  readonly isOpen?: true;
}

export type TraceEvent =
  | {
      readonly kind: "exchange";
      readonly ms: number;
      readonly status: number | string;
      readonly correlationId?: string;
    }
  | { readonly kind: "wait"; readonly ms: number; readonly why: string };

export type Next = (request: HttpRequest) => Promise<HttpReply>;

/** One concern around a call. It sees every request on the way in and every answer or failure on the way out. */
export interface Policy {
  readonly name: string;
  send(request: HttpRequest, next: Next): Promise<HttpReply>;
}

/** The policies as one call, the first of them outermost; the last must not call `next`. */
export function pipeline(policies: readonly Policy[]): Next {
  const end: Next = ({ route }) => Promise.reject(new Error(`no policy sends ${route}`));
  return policies.reduceRight<Next>((next, policy) => (request) => policy.send(request, next), end);
}
