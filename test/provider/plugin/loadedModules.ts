/** Preloaded into the plugin's process: says on stderr what was loaded when the first line was written to stdout. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text: string) => {
  process.stdout.write = write;
  const modules = Object.keys(require.cache).filter((file) => /node_modules|dist/.test(file));
  write(text);
  return process.stderr.write(`${modules.join("\n")}\nthese were loaded\n`);
};
