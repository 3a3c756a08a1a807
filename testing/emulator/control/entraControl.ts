import type { FastifyInstance } from "fastify";
import type { Entra } from "../entra/entra";
import type { SignInRefusal } from "../entra/signInRefusals";
import { jsonBody } from "./jsonBody";

interface DeviceCodeRoute {
  Params: { userCode: string };
}

/** What a test or a person does about sign-ins: looks at them, refuses them, decides device codes, revokes tokens. */
export function registerEntraControl(control: FastifyInstance, entra: Entra): void {
  control.get("/signIns", (_request, reply) => reply.send(entra.signIns));
  control.delete("/signIns", (_request, reply) => {
    entra.clearSignIns();
    return reply.code(204).send();
  });
  control.get("/signInRefusals", (_request, reply) => reply.send(entra.refusals));
  control.post("/signInRefusals", (request, reply) =>
    reply.code(201).send(entra.refuseSignIn(jsonBody(request) as SignInRefusal)),
  );
  control.delete("/signInRefusals", (_request, reply) => {
    entra.clearRefusals();
    return reply.code(204).send();
  });
  control.get("/deviceCodes", (_request, reply) => reply.send(entra.deviceCodes));
  control.post<DeviceCodeRoute>("/deviceCodes/:userCode/approve", (request, reply) => {
    const { user } = jsonBody(request) as { user?: string };
    entra.approveDeviceCode(request.params.userCode, user);
    return reply.code(204).send();
  });
  control.post<DeviceCodeRoute>("/deviceCodes/:userCode/decline", (request, reply) => {
    entra.declineDeviceCode(request.params.userCode);
    return reply.code(204).send();
  });
  control.delete("/tokens", (_request, reply) => {
    entra.revokeTokens();
    return reply.code(204).send();
  });
}
