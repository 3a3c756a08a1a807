import type { FastifyReply } from "fastify";
import type { Exchanged } from "./exchange";

/** Sends an answer, or breaks the connection as the fault asks. */
export async function deliver(reply: FastifyReply, { delivery, correlationId, entry }: Exchanged): Promise<void> {
  void reply.header("x-ms-correlation-id", correlationId);
  switch (delivery.kind) {
    case "answer": {
      const { status, headers, body } = delivery.answer;
      void reply.code(status).headers(headers ?? {});
      if (body === undefined) {
        await reply.send();
        return;
      }
      const text = JSON.stringify(body);
      if (entry !== undefined) entry.bytes = Buffer.byteLength(text);
      await reply.type("application/json; charset=utf-8").send(text);
      return;
    }
    case "text":
      await reply.code(delivery.status).type(delivery.contentType).send(delivery.text);
      return;
    case "truncated": {
      const text = JSON.stringify(delivery.answer.body ?? {});
      reply.hijack();
      reply.raw.writeHead(delivery.answer.status, {
        "x-ms-correlation-id": correlationId,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(text),
      });
      reply.raw.write(text.slice(0, Math.floor(text.length / 2)), () => reply.raw.socket?.destroy());
      return;
    }
    case "reset":
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return;
    case "never":
      reply.hijack();
      return;
  }
}
