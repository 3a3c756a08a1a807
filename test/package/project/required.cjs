// Writes down which packages of HTTP and sign-in are loaded, and when.
const { once } = require("node:events");
const { createServer } = require("node:http");

const heavy = /[\\/]node_modules[\\/](axios|@azure[\\/]\w+|fastify|openapi-backend)[\\/]/;
const loaded = () => [...new Set(Object.keys(require.cache).flatMap((file) => heavy.exec(file)?.[1] ?? []))];

main();

async function main() {
  const report = {};
  report.names = Object.keys(require("pulumi-power-platform"));
  report.sdk = loaded();

  const { provider } = require("pulumi-power-platform/dynamic");
  const group = provider("EnvironmentGroup");
  const server = createServer((request, response) => response.writeHead(404).end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const settings = {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    accessToken: "token",
    tenantId: "11111111-1111-4111-8111-111111111111",
  };
  await group.configure({ config: { get: (key) => settings[key.replace("power-platform:", "")] } });
  report.check = (await group.check({}, { displayName: "Sales", __provider: "text" })).failures;
  report.dynamic = loaded();

  await group.read("22222222-2222-4222-8222-222222222222", {}).catch((error) => (report.read = error.message));
  report.asked = loaded();
  process.stdout.write(JSON.stringify(report), () => process.exit());
}
