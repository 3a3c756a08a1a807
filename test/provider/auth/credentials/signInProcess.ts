// A process that signs in as its environment says, asks the API once, and prints how it went as JSON on the last line.
import { connect, readSettings } from "../../../../provider/auth";
import { PowerPlatformError } from "../../../../provider/errors";
import { createApi, systemClock } from "../../../../provider/transport";
import type { SignedIn } from "./signIn";

async function main(): Promise<SignedIn> {
  const connection = connect(readSettings({ env: process.env }), {
    clock: systemClock,
    prompt: (message) => process.stdout.write(`prompt: ${message}\n`),
    hasTerminal: () => process.env.TEST_HAS_TERMINAL === "true",
  });
  const { identity, endpoint, tokens } = connection;
  try {
    const api = createApi({ endpoint, tokens, clock: systemClock });
    // Concurrent, so that one sign-in for all of them shows.
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        api.send({
          method: "GET",
          path: "/authorization/roleAssignments",
          query: { "api-version": "2024-10-01" },
        }),
      ),
    );
    const claims = await connection.claims();
    return {
      identity,
      statuses: answers.map(({ status }) => status),
      ...(claims === undefined ? {} : { claims }),
    };
  } catch (error) {
    return {
      identity,
      error: textOf(error),
      ...(error instanceof PowerPlatformError ? { kind: error.name } : {}),
    };
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

main().then(
  (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  (error: unknown) => process.stdout.write(`${JSON.stringify({ identity: "", error: textOf(error) })}\n`),
);
