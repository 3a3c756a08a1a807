import { systemClock } from "../../provider/transport/clock";

/** A token of an identity provider that is not Entra. Its signature is worthless; the emulator looks at its claims alone. */
export function idToken(claims: Readonly<Record<string, unknown>>, lifetimeSeconds = 300): string {
  const now = Math.floor(systemClock.now() / 1_000);
  const header = { typ: "JWT", alg: "RS256", kid: "stand-in" };
  const body = { iat: now, nbf: now - 60, exp: now + lifetimeSeconds, ...claims };
  return [header, body, "stand-in"].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}
