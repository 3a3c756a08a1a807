import type { FastifyInstance } from "fastify";
import type { Collection } from "../tenant/collection";
import type { Entity } from "../tenant/entity";
import type { Tenant } from "../tenant/tenant";
import { jsonBody } from "./jsonBody";

interface KindRoute {
  Params: { kind: string };
}

interface ObjectRoute {
  /** The rest of the path, because the id of a link holds a slash. */
  Params: { kind: string; "*": string };
}

/** `tenant/{kind}` and `tenant/{kind}/{id}`: reads and changes of stored objects behind the client's back. */
export function registerTenantControl(control: FastifyInstance, tenant: Tenant): void {
  const collectionOf = (kind: string): Collection<Entity> => {
    const collections = tenant.collections as unknown as Record<string, Collection<Entity> | undefined>;
    const collection = collections[kind];
    if (collection === undefined)
      throw new Error(`There is no kind "${kind}"; there are ${Object.keys(collections).join(", ")}.`);
    return collection;
  };
  control.get<KindRoute>("/tenant/:kind", (request, reply) => reply.send(collectionOf(request.params.kind).list()));
  control.post<KindRoute>("/tenant/:kind", (request, reply) =>
    reply.code(201).send(collectionOf(request.params.kind).add(jsonBody(request) as Entity)),
  );
  control.get<ObjectRoute>("/tenant/:kind/*", (request, reply) => {
    const found = collectionOf(request.params.kind).get(request.params["*"]);
    return found === undefined ? reply.code(404).send({ error: "No such object." }) : reply.send(found);
  });
  control.patch<ObjectRoute>("/tenant/:kind/*", (request, reply) => {
    const change = Object.entries(jsonBody(request) as Entity).map(([name, value]) => [name, value ?? undefined]);
    const members = Object.fromEntries(change) as Entity;
    return reply.send(collectionOf(request.params.kind).update(request.params["*"], members));
  });
  control.delete<ObjectRoute>("/tenant/:kind/*", (request, reply) =>
    reply.code(collectionOf(request.params.kind).remove(request.params["*"]) ? 204 : 404).send(),
  );
}
