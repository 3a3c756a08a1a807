import { expect } from "chai";
import type { EmulatorOptions } from "../../../testing/emulator";
import { Emulator } from "../../../testing/emulator";
import type { FakeClock } from "../../fakeClock";
import { fakeClock } from "../../fakeClock";

export type Json = Record<string, unknown>;

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; an empty object when there is none. */
  body: Json;
}

export interface Ask {
  body?: unknown;
  /** @default "2024-10-01"; null sends none */
  version?: string | null;
  /** @default a token of the owner; null sends none */
  token?: string | null;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** An emulator for each test of a `describe`, on a clock that only tests move, with readable ids. */
export class Harness {
  emulator!: Emulator;
  clock!: FakeClock;

  /** Sends one request; the path may have a query or be a whole address. */
  async ask(method: string, path: string, { body, version, token, headers, signal }: Ask = {}): Promise<Answered> {
    const url = new URL(path, this.emulator.url);
    if (version !== null && !url.searchParams.has("api-version")) {
      url.searchParams.set("api-version", version ?? "2024-10-01");
    }
    const response = await fetch(url, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token ?? this.emulator.token()}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: asJson(text) };
  }

  get = (path: string, ask?: Ask): Promise<Answered> => this.ask("GET", path, ask);
  post = (path: string, body?: unknown, ask?: Ask): Promise<Answered> => this.ask("POST", path, { ...ask, body });
  put = (path: string, body: unknown, ask?: Ask): Promise<Answered> => this.ask("PUT", path, { ...ask, body });
  patch = (path: string, body: unknown, ask?: Ask): Promise<Answered> => this.ask("PATCH", path, { ...ask, body });
  delete = (path: string, ask?: Ask): Promise<Answered> => this.ask("DELETE", path, ask);
}

/** Starts an emulator before each test and asserts after it that no answer contradicted the contract. */
export function withEmulator(options: EmulatorOptions = {}): Harness {
  const harness = new Harness();
  beforeEach(async () => {
    harness.clock = fakeClock();
    harness.emulator = await Emulator.start({ clock: harness.clock, newId: countedIds(), ...options });
  });
  afterEach(async () => {
    const { contractViolations } = harness.emulator;
    await harness.emulator.close();
    expect(contractViolations).to.deep.equal([]);
  });
  return harness;
}

/** `00000000-0000-4000-9000-000000000001` and on. */
export function countedIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-9000-${String(++count).padStart(12, "0")}`;
}

export const valueOf = ({ body }: Answered): Json[] => body.value as Json[];

function asJson(text: string): Json {
  try {
    return text === "" ? {} : (JSON.parse(text) as Json);
  } catch {
    return {};
  }
}
