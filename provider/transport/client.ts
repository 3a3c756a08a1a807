import { randomUUID } from "node:crypto";
import type { Api, ApiRequest, ApiResponse } from "./api";
import { type Clock, systemClock } from "./clock";
import { addressOf, parseEndpoint } from "./endpoint";
import { auth } from "./policies/auth";
import { deadline } from "./policies/deadline";
import { log, type Log } from "./policies/log";
import { requestId } from "./policies/requestId";
import { retry } from "./policies/retry";
import { send } from "./policies/send";
import { throttle } from "./policies/throttle";
import { type HttpRequest, type Policy, pipeline } from "./policy";
import { environmentProxy, type ProxyOf } from "./proxy";
import { refusalError } from "./refusal";
import type { Tokens } from "./tokens";
import { userAgent } from "./userAgent";

export interface ApiOptions {
  /** Base address, such as `https://api.powerplatform.com`. Plain http on this machine only. */
  readonly endpoint: string;
  readonly tokens: Tokens;
  /** Takes one line for each exchange. @default nothing is logged */
  readonly log?: Log;
  /** Requests in flight at a time. @default 8 */
  readonly maxConcurrency?: number;
  /** Attempts of one call. @default 6 */
  readonly maxAttempts?: number;
  /** Waits between the attempts of one call, together. @default 300000 */
  readonly maxWaitMs?: number;
  /**
   * From the start of a call to its end, all attempts and waits together, without the time of `waitFor`.
   * @default 1200000
   */
  readonly callTimeoutMs?: number;
  /** From the start of an attempt to the end of its answer. @default 100000 */
  readonly attemptTimeoutMs?: number;
  /** Until a connection is made: TLS and the tunnel through a proxy included. @default 30000 */
  readonly connectTimeoutMs?: number;
  /** @default 64 MiB */
  readonly maxAnswerBytes?: number;
  /** @default HTTPS_PROXY, ALL_PROXY and NO_PROXY of this process, in either case */
  readonly proxyOf?: ProxyOf;
  readonly clock?: Clock;
  /** From 0 up to 1. @default Math.random */
  readonly random?: () => number;
  /** @default random GUIDs */
  readonly newId?: () => string;
}

/**
 * The Power Platform API of one tenant.
 * @throws ConfigurationError for an endpoint that a token must not be sent to.
 */
export function createApi(options: ApiOptions): Api {
  const endpoint = parseEndpoint(options.endpoint);
  const clock = options.clock ?? systemClock;
  const run = pipeline(policiesOf(options, clock));
  return {
    async send(request) {
      const http = httpRequest(endpoint, request);
      const reply = await run(http);
      if (reply.status < 200 || reply.status > 299) throw refusalError(http, reply, clock.now());
      const { status, headers, body, requestId: sentId } = reply;
      return { status, headers, body, requestId: sentId } satisfies ApiResponse;
    },
  };
}

/**
 * Outermost first. Everything sent has an id of its own, also what is repeated with a renewed token, and a token that is
 * valid then; only what is on the wire takes a slot.
 */
function policiesOf(options: ApiOptions, clock: Clock): readonly Policy[] {
  const maxWaitMs = options.maxWaitMs ?? 300_000;
  return [
    deadline(options.callTimeoutMs ?? 1_200_000),
    ...(options.log === undefined ? [] : [log(options.log)]),
    retry({
      clock,
      random: options.random ?? defaultRandom,
      maxAttempts: options.maxAttempts ?? 6,
      maxWaitMs,
    }),
    auth(options.tokens),
    requestId(options.newId ?? randomUUID),
    throttle({ clock, maxConcurrency: options.maxConcurrency ?? 8, maxWaitMs }),
    send({
      userAgent,
      attemptTimeoutMs: options.attemptTimeoutMs ?? 100_000,
      connectTimeoutMs: options.connectTimeoutMs ?? 30_000,
      maxAnswerBytes: options.maxAnswerBytes ?? 64 * 1024 * 1024,
      proxyOf: options.proxyOf ?? environmentProxy,
    }),
  ];
}

// eslint-disable-next-line no-restricted-syntax -- this is where it is injected
const defaultRandom = (): number => Math.random();

function httpRequest(endpoint: URL, request: ApiRequest): HttpRequest {
  const url = addressOf(endpoint, request.path, request.query);
  return {
    method: request.method,
    url,
    route: url.pathname,
    headers: new Map(),
    attempt: 1,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    ...(request.isRead === undefined ? {} : { isRead: request.isRead }),
    ...(request.waitFor === undefined ? {} : { waitFor: request.waitFor }),
    ...(request.isReplaySafe === true ? { isReplaySafe: true } : {}),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  };
}
