import nock from "nock";
import { type Api, type ApiOptions, createApi, type TokenNeed } from "../../../provider/transport";
import { type FakeClock, fakeClock } from "../../fakeClock";

export const endpoint = "https://api.example.com";

export interface ApiUnderTest {
  readonly api: Api;
  readonly clock: FakeClock;
  readonly lines: string[];
  /** What tokens were asked for. */
  readonly needs: TokenNeed[];
  readonly service: nock.Scope;
}

/** A client with fixed ids (req-1, req-2…), tokens (token-1, token-2…), no jitter below the ceiling, and no real time. */
export function apiUnderTest(options: Partial<ApiOptions> = {}): ApiUnderTest {
  const clock = fakeClock();
  const lines: string[] = [];
  const needs: TokenNeed[] = [];
  let ids = 0;
  let token = 1;
  const api = createApi({
    endpoint,
    clock,
    random: () => 1,
    newId: () => `req-${++ids}`,
    log: (line, level) => lines.push(`${level} ${line.replace(/in \d+ ms/, "in N ms")}`),
    tokens: {
      getToken: (need = {}) => {
        needs.push(need);
        return Promise.resolve(`token-${need.rejected === undefined ? token : ++token}`);
      },
    },
    ...options,
  });
  return { api, clock, lines, needs, service: nock(options.endpoint ?? endpoint) };
}
