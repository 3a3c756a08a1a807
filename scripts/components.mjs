// Writes the components of the plugin: those of sdk/components over the classes of the plugin.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { root, writeFolders } from "./generatedPart.mjs";
import { source } from "./sdk/source.mjs";

/** The same source one folder deeper; `../resources` are the classes of the form. */
const inPlugin = (text) => text.replaceAll(/ from "\.\.\/(?!resources")/g, ' from "../../');

const files = new Map();
for (const name of await readdir(join(root, "sdk/components"))) {
  const text = await readFile(join(root, "sdk/components", name), "utf8");
  files.set(`sdk/plugin/components/${name}`, source(`sdk/components/${name}`, inPlugin(text)));
}
await writeFolders(["sdk/plugin/components"], files, "generate.mjs");
