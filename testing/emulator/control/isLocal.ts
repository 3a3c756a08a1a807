import type { FastifyRequest } from "fastify";

/**
 * Whether a request comes from this machine and from no web page. The host name is looked at because a page may have
 * its own name resolve to loopback.
 */
export function isLocal(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? "";
  const isLoopback = address === "::1" || /^(::ffff:)?127\./.test(address);
  const isLocalName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(request.headers.host ?? "");
  return isLoopback && isLocalName && request.headers.origin === undefined;
}
