// Writes everything that is generated from the declarations in provider/resources and provider/functions. With `--check` it
// writes nothing and names the files that are not current.
await import("./registries.mjs");
await import("./sdk.mjs");
await import("./resourcesDoc.mjs");
await import("./schema.mjs");
