import Module from "node:module";

/** What Node leaves out of its types. */
interface Loader {
  _load: (request: string, ...rest: unknown[]) => unknown;
}

/**
 * Lets the SDK load TypeScript when it turns a function into text, and not before. It is a third of what the start of a
 * process costs, and hardly any of them does it.
 */
export function loadTypeScriptLate(): void {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  loader._load = function (this: unknown, ...args) {
    const [request] = args;
    return request.endsWith("/typescript-shim") ? late(() => load.apply(this, args)) : load.apply(this, args);
  };
}

const late = (load: () => unknown): object =>
  new Proxy({}, { get: (_, name) => Reflect.get(load() as object, name) as unknown });
