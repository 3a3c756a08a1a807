// Previews the program in a folder and writes down what the CLI would print, or why it failed.
const { Emulator, Stack } = require("pulumi-power-platform-testing");

main();

async function main() {
  const emulator = await Emulator.start();
  const stack = await Stack.create({ program: process.argv[2], env: emulator.env() });
  const text = await stack.preview().then(
    ({ rows }) => rows,
    (error) => `${error.message}\n${error.result?.rows}`,
  );
  await emulator.close();
  process.stdout.write(String(text));
}
