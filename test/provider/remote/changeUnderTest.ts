import type { ApiRequest, ApiResponse } from "../../../provider/transport/api";
import { type Change, carryOut } from "../../../provider/remote/awaitChange";
import type { RemoteContext } from "../../../provider/remote/context";
import { KeyedLock } from "../../../provider/remote/keyedLock";
import { Collections } from "../../../provider/transport/collections/collections";
import type { OperationResult } from "../../../provider/transport";
import { fakeClock, type FakeClock } from "../../fakeClock";

/** An operation as the service lists it. */
export const operation = (id: string, status: string, more: object = {}): Readonly<Record<string, unknown>> => ({
  operationId: id,
  status,
  startTime: "2026-01-01T00:00:00.0000000Z",
  errorDetail: null,
  ...more,
});

export const environmentId = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
export const operationList = `/environmentmanagement/environments/${environmentId}/operations`;

/** What the service answers to the nth request of a route, counted from 1: an answer or an error. */
export type Script = (request: ApiRequest, nth: number) => Partial<ApiResponse> | Error;

export interface ChangeUnderTest {
  readonly clock: FakeClock;
  readonly context: RemoteContext;
  /** Method and path of each request. */
  readonly asked: string[];
  readonly progress: string[];
  /** @param change default: one of the environment */
  carryOut(change?: Partial<Change>, path?: string): Promise<OperationResult>;
}

/** A change of an environment against a service that answers as the script says. */
export function changeUnderTest(script: Script, signal?: AbortSignal): ChangeUnderTest {
  const clock = fakeClock();
  const asked: string[] = [];
  const progress: string[] = [];
  const counts = new Map<string, number>();
  const api = {
    send: (request: ApiRequest): Promise<ApiResponse> => {
      const route = `${request.method} ${request.path}`;
      asked.push(route);
      const nth = (counts.get(route) ?? 0) + 1;
      counts.set(route, nth);
      const given = script(request, nth);
      if (given instanceof Error) return Promise.reject(given);
      return Promise.resolve({ status: 200, headers: {}, body: undefined, requestId: `r-${asked.length}`, ...given });
    },
  };
  const context: RemoteContext = {
    api,
    collections: new Collections(api, clock),
    clock,
    serviceClock: clock,
    pollTimeoutMs: 600_000,
    tenantId: () => Promise.resolve("00000000-0000-4000-8000-000000000001"),
    connection: {
      identity: "an identity",
      isRecorded: false,
      endpoint: "http://127.0.0.1:1",
      scope: "",
      caller: () => ({ oid: "cccccccc-cccc-4ccc-8ccc-cccccccccccc" }),
    },
    warn: () => Promise.resolve(),
    progress: (line) => void progress.push(line),
    locks: new KeyedLock(),
    ...(signal === undefined ? {} : { signal }),
  };
  return {
    clock,
    context,
    asked,
    progress,
    carryOut: (change = { environmentId }, path = "/change") =>
      carryOut(
        { resource: 'Environment "Lab"', apiVersion: "2024-10-01", waitMs: 600_000, ...change },
        () => api.send({ method: "POST", path }),
        context,
      ),
  };
}
