/** Of this package, as in package.json: a bundled program has no file to read it from. */
export const version = "0.1.0";
