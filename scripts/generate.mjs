// Writes everything that is generated from provider/resources, provider/functions and sdk/components. With `--check` it
// writes nothing and names the files that are not current.
await import("./registries.mjs");
await import("./sdk.mjs");
await import("./components.mjs");
await import("./resourcesDoc.mjs");
await import("./schema.mjs");
