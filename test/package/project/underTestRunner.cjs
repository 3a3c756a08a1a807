// Asks an emulator for something of each namespace that answers a list, and writes down the statuses.
const { Emulator } = require("pulumi-power-platform-testing");

main();

async function main() {
  const emulator = await Emulator.start();
  const paths = [
    "authorization/roleDefinitions",
    "environmentmanagement/environmentGroups",
    "licensing/billingPolicies",
  ];
  const statuses = await Promise.all(
    paths.map(async (path) => {
      const headers = { authorization: `Bearer ${emulator.token()}` };
      return (await fetch(`${emulator.url}/${path}?api-version=1`, { headers })).status;
    }),
  );
  await emulator.close();
  process.stdout.write(JSON.stringify({ statuses, contractViolations: emulator.contractViolations }));
}
