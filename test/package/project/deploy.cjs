// Deploys the quickstart beside it from first to last with the installed package and writes down what happened.
const { Emulator, Stack } = require("pulumi-power-platform-testing");

main();

async function main() {
  const emulator = await Emulator.start();
  const stack = await Stack.create({ program: __dirname, env: emulator.env() });
  const watch = async (operation) => {
    emulator.clearRequests();
    const { changes } = await stack[operation]();
    return { changes, writes: emulator.writes.length };
  };
  const report = { from: require.resolve("pulumi-power-platform"), up: await watch("up") };
  report.again = await watch("up");
  report.destroy = await watch("destroy");
  report.left = [...emulator.tenant.billingPolicies.list(), ...emulator.tenant.roleAssignments.list()];
  report.contractViolations = emulator.contractViolations;
  await emulator.close();
  process.stdout.write(JSON.stringify(report));
}
