import type { Policy } from "../policy";

/** Gives everything that is sent an id of its own, by which the service's log can be searched. */
export const requestId = (newId: () => string): Policy => ({
  name: "requestId",
  send(request, next) {
    request.headers.set("x-ms-client-request-id", newId());
    return next(request);
  },
});
