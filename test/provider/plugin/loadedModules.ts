/** Preloaded into the plugin's process: says on stderr what was loaded when the first line was written to stdout, and at its end. */
const write = process.stdout.write.bind(process.stdout);

function tell(when: string): boolean {
  const modules = Object.keys(require.cache).filter((file) => /node_modules|dist/.test(file));
  return process.stderr.write(`${modules.join("\n")}\nthese were loaded ${when}\n`);
}

process.stdout.write = (text: string) => {
  process.stdout.write = write;
  write(text);
  return tell("at the first line");
};
process.on("exit", () => tell("at the end"));
