import type { FastifyInstance, FastifyReply } from "fastify";
import type { TokenRequest } from "../entra/tokenRequest";
import type { FaultInput } from "../faults/fault";
import type { SettingsChange } from "../settings";
import type { Seed } from "../tenant/snapshot";
import type { ControlTarget } from "./controlTarget";
import { registerEntraControl } from "./entraControl";
import { isLocal } from "./isLocal";
import { jsonBody } from "./jsonBody";
import { registerTenantControl } from "./tenantControl";

/** The control surface below `/_emulator/`: the methods of `Emulator` over HTTP. No sign-in; this machine only. */
export function registerControl(app: FastifyInstance, target: ControlTarget): void {
  void app.register(
    (control, _options, done) => {
      control.addHook("onRequest", async (request, reply) => {
        if (!isLocal(request)) await reply.code(403).send({ error: "The control surface answers this machine alone." });
      });
      control.setErrorHandler((error: Error, _request, reply) => reply.code(400).send({ error: error.message }));
      registerRoutes(control, target);
      registerEntraControl(control, target.entra);
      registerTenantControl(control, target.tenant);
      done();
    },
    { prefix: "/_emulator" },
  );
}

function registerRoutes(control: FastifyInstance, target: ControlTarget): void {
  control.get("/", (_request, reply) => {
    const { url, authorityUrl, tenantId } = target;
    return reply.send({ url, authorityUrl, tenantId, env: target.env() });
  });
  control.get("/snapshot", (_request, reply) => reply.send(target.snapshot()));
  control.put("/seed", (request, reply) => {
    target.seed(jsonBody(request) as Seed);
    return noContent(reply);
  });
  control.post("/reset", (_request, reply) => {
    target.reset();
    return noContent(reply);
  });
  control.get("/requests", (_request, reply) => reply.send(target.requests));
  control.delete("/requests", (_request, reply) => {
    target.clearRequests();
    return noContent(reply);
  });
  control.get("/settings", (_request, reply) => reply.send(target.settings));
  control.patch("/settings", (request, reply) => {
    target.configure(jsonBody(request) as SettingsChange);
    return reply.send(target.settings);
  });
  control.get("/faults", (_request, reply) => reply.send(target.faults));
  control.post("/faults", (request, reply) => reply.code(201).send(target.fault(jsonBody(request) as FaultInput)));
  control.delete("/faults", (_request, reply) => {
    target.clearFaults();
    return noContent(reply);
  });
  control.get("/contractViolations", (_request, reply) => reply.send(target.contractViolations));
  control.post("/tokens", (request, reply) =>
    reply.code(201).send({ accessToken: target.token(jsonBody(request) as TokenRequest) }),
  );
}

const noContent = (reply: FastifyReply): FastifyReply => reply.code(204).send();
