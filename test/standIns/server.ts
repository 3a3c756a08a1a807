import type { SelfSigned } from "../../testing/emulator/certificate/selfSigned";
import { startLoopback } from "./loopbackServer";
import type { ReceivedRequest, Reply, StandInServer } from "./standIn";

export interface TokenServer {
  readonly answer: (request: ReceivedRequest) => Reply | Promise<Reply>;
  readonly env: (url: string) => Readonly<Record<string, string>>;
  /** For https. */
  certificate?: SelfSigned | undefined;
}

/** A server that gives tokens, until a refusal is set. */
export async function startTokenServer({ answer, env, certificate }: TokenServer): Promise<StandInServer> {
  const loopback = await startLoopback((request) => server.refusal ?? answer(request), certificate);
  const server: StandInServer = { ...loopback, env: env(loopback.url), refusal: undefined };
  return server;
}

/** The token of an `Authorization: Bearer` header. */
export const bearerOf = ({ headers }: ReceivedRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
