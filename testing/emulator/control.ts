import type { FastifyInstance } from "fastify";

export interface ControlTarget {
  info(): object;
}

export function registerControl(app: FastifyInstance, target: ControlTarget): void {
  app.get("/_emulator", (_request, reply) => reply.send(target.info()));
}
