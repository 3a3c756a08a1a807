import { status, type handleUnaryCall } from "@grpc/grpc-js";

/** The deployment has ended or is about to end. The SDK ends the program without its own error. */
export class ShuttingDown extends Error {
  override readonly name = "ShuttingDown";

  constructor() {
    super("resource monitor shut down");
  }
}

/** Makes a service method from a function. An exception becomes the status of the call. */
export function unary<Request, Response>(
  handle: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(handle)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          const code = error instanceof ShuttingDown ? status.UNAVAILABLE : status.UNKNOWN;
          callback({ code, details: error instanceof Error ? error.message : String(error) });
        },
      );
  };
}
