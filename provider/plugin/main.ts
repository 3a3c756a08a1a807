#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

import { callsUnderWay } from "../engine/callsUnderWay";
import { engineAddressIn } from "../engine/engineAddress";
import { watchEngine } from "../engine/engineWatch";
import { told } from "../errors";
import { systemClock } from "../transport/clock";
import { servePlugin } from "./server";

/**
 * Each call leaves garbage, and V8 would let it grow to several times of what is needed. A Node that does not know the flag
 * ignores it.
 */
setFlagsFromString("--heap-growing-percent=50");

/** The process that Pulumi starts for the provider. It writes only the port to stdout. */
async function main(engineAddress: string | undefined): Promise<void> {
  const plugin = await servePlugin(
    {
      env: process.env,
      clock: systemClock,
      ...(engineAddress === undefined ? {} : { engineAddress }),
    },
    (port) => process.stdout.write(`${port}\n`),
  );
  /** A write that was sent is finished first. Everything else is aborted. */
  const end = (): void => {
    if (callsUnderWay.size === 0) process.exit(0);
    void plugin.cancel();
    void Promise.allSettled(callsUnderWay).then(() => process.exit(0));
  };
  // The engine sends it at the end of a run and waits for the end of the process.
  process.on("SIGINT", () => {
    plugin.end();
    end();
  });
  if (engineAddress !== undefined) watchEngine(engineAddress, end);
}

// A bug in this package. Node would print the error without redaction.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${told(error).stack ?? ""}\n`);
  process.exit(1);
});

void main(engineAddressIn(process.argv));
