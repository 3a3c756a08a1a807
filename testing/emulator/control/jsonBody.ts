import type { FastifyRequest } from "fastify";

/** The body as JSON; an empty object when there is none. Throws when it is not JSON. */
export function jsonBody(request: FastifyRequest): unknown {
  return typeof request.body === "string" && request.body !== "" ? JSON.parse(request.body) : {};
}
