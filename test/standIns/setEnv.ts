/** Sets variables of this process, or removes them where undefined; what it returns puts back what was there. */
export function setEnv(variables: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  apply(Object.entries(variables));
  return () => {
    apply(before);
  };
}

function apply(variables: Iterable<readonly [string, string | undefined]>): void {
  for (const [name, value] of variables) {
    // Node turns undefined into the text "undefined".
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
