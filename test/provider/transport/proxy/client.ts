import dns from "node:dns";
import { connect, readSettings } from "../../../../provider/auth";
import { PowerPlatformError } from "../../../../provider/errors";
import { createApi } from "../../../../provider/transport";

/**
 * A program of its own, since proxies and authorities are part of the environment that a process starts with: makes
 * calls one after the other, or gets a token, and prints what came of it. Names end here: every host is this machine.
 */
const loopback = [{ address: "127.0.0.1", family: 4 }];
Object.assign(dns, {
  lookup: (_host: string, options: { all?: boolean }, done: (...answer: unknown[]) => void) => {
    if (options.all === true) done(null, loopback);
    else done(null, "127.0.0.1", 4);
  },
});

async function main([task = "", endpoint = "", ...paths]: readonly string[]): Promise<unknown> {
  if (task === "token") return connect(readSettings({ env: process.env })).tokens.getToken();
  const api = createApi({
    endpoint,
    tokens: { getToken: () => Promise.resolve("planted-token") },
    maxAttempts: 1,
  });
  const bodies: unknown[] = [];
  for (const path of paths) bodies.push((await api.send({ method: "GET", path })).body);
  return bodies;
}

const report = (result: unknown): void => {
  process.stdout.write(JSON.stringify(result));
};
main(process.argv.slice(2)).then(
  (value) => {
    report({ value });
  },
  (error: unknown) => {
    const told =
      error instanceof PowerPlatformError
        ? { ...Object.fromEntries(Object.entries(error)), name: error.name, message: error.message }
        : {};
    report({ error: told, text: String(error) });
  },
);
