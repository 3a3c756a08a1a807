import Module from "node:module";

/** What Node leaves out of its types. */
interface Loader {
  _load: (request: string, ...rest: unknown[]) => unknown;
}

/**
 * Lets the SDK load TypeScript only when it serializes a function. TypeScript is a third of the start-up cost of a
 * process, and few processes need it.
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
