const { fstatSync } = require("node:fs");
const { Server, ServerCredentials, status } = require("@grpc/grpc-js");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const calls = require("./calls");

/** A call as the promise of its answer. */
const unary = (handle) => (call, callback) => {
  Promise.resolve(call.request)
    .then(handle)
    .then(
      (answer) => callback(null, answer),
      (error) => callback({ code: error.code ?? status.UNKNOWN, details: error.message, metadata: error.metadata }),
    );
};

const server = new Server();
server.addService(
  ResourceProviderService,
  Object.fromEntries(Object.entries(calls).map(([name, handle]) => [name, unary(handle)])),
);
// The engine keeps the other end of the pipe open for as long as it lives. A plugin without an executable has no pipe.
const stdin = fstatSync(0);
if (stdin.isFIFO() || stdin.isSocket()) process.stdin.on("end", () => process.exit()).resume();
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  if (process.env.TOY_BROKEN) {
    console.error("the shelf gave way");
    process.exit(3);
  }
  console.log(port);
});
