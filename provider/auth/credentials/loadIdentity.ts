/** On first use: the library takes longer to load than all of this package. `import()` would take longer still. */
export function loadIdentity(): typeof import("@azure/identity") {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("@azure/identity") as typeof import("@azure/identity");
}
