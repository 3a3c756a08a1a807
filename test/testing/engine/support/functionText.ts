import { serializeFunction } from "@pulumi/pulumi/runtime";

/** The script of a process that turns a function into text, and says before and after whether TypeScript is loaded. */
const isLoaded = (): boolean =>
  Object.keys(require.cache).some((file) => /[\\/]typescript[\\/]lib[\\/]typescript\.js$/.test(file));

async function main(): Promise<void> {
  const before = isLoaded();
  const answer = 42;
  const { text } = await serializeFunction(() => answer);
  console.log(JSON.stringify({ before, text, after: isLoaded() }));
}

void main();
