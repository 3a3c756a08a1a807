import nock from "nock";
// It keeps its settings in globals, which would look like leaks of the test that is the first to load it.
import "zod";

import { freshPulumiHome, removePulumiHomes } from "./pulumiHome";

// nock 15.0.2 says Node 20.12, but its interceptors (0.44) call this Node 22 function on every connection.
if (!("withResolvers" in Promise)) {
  Object.defineProperty(Promise, "withResolvers", {
    value: withResolvers,
    configurable: true,
    writable: true,
  });
}

function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
} {
  let settle: [(value: T) => void, (reason: unknown) => void] | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = [resolve, reject];
  });
  if (settle === undefined) throw new Error("a promise runs its executor at once");
  return { promise, resolve: settle[0], reject: settle[1] };
}

/** Loopback stays open for servers that tests start themselves. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(:\d+)?$/;

/** Tests of what sends HTTP/1 in this process. */
const usesNock = /test[\\/]provider[\\/](auth|errors|transport)[\\/]/;

const { PULUMI_HOME } = process.env;
let running: string | undefined;

// Mocha says that a worker is gone, and not in which test.
process.once("exit", () => {
  if (running !== undefined) console.error(`The process of the tests ended in "${running}".`);
});

/**
 * Root hooks: no test of sign-in and transport reaches a network, and none leaves an expected call unmade. Elsewhere nock
 * stays away: its interceptors take every connection for HTTP/1, so that gRPC over it waits for ever.
 */
export const mochaHooks = {
  beforeAll(): void {
    // Mocha fails no test for a rejection that nobody handles, and a worker forgets its listeners after each file.
    process.on("unhandledRejection", (reason) => {
      throw reason;
    });
    // Processes that tests start leave nothing in the user's own.
    process.env.PULUMI_HOME = PULUMI_HOME ?? freshPulumiHome();
    nock.disableNetConnect();
    nock.enableNetConnect((host) => loopback.test(host));
    nock.restore();
  },
  beforeEach(this: Mocha.Context): void {
    running = this.currentTest?.fullTitle();
    if (usesNock.test(this.currentTest?.file ?? "") && !nock.isActive()) nock.activate();
  },
  afterEach(this: Mocha.Context): void {
    running = undefined;
    const error: unknown = this.currentTest?.err;
    // What is told of a test that failed in a worker are the enumerable members.
    if (error instanceof Error && error.cause !== undefined)
      Object.defineProperty(error, "cause", { enumerable: true });
    const pending = nock.pendingMocks();
    nock.cleanAll();
    nock.restore();
    // A failed test leaves calls unmade for a reason that it has told already.
    if (pending.length > 0 && this.currentTest?.state !== "failed") {
      throw new Error(`expected calls were not made: ${pending.join(", ")}`);
    }
  },
  afterAll(): void {
    // A worker that has a second's work left when all tests have ended is killed.
    removePulumiHomes();
  },
};
