// Writes the texts of refusals in docs/errors.md, as the compiled provider prints them, and the list of Entra's codes.
import { createRequire } from "node:module";
import { join } from "node:path";
import { samples } from "./errorSamples.mjs";
import { root, writeParts } from "./generatedPart.mjs";

const { entraRefusals } = createRequire(import.meta.url)(join(root, "dist/provider/auth"));

/** With placeholders, which Markdown would take for HTML outside of code. */
const filled = (text) =>
  text
    .replaceAll("{clientId}", "<client id>")
    .replaceAll("{tenantId}", "<tenant id>")
    .replaceAll("{scope}", "https://api.powerplatform.com/.default")
    .replaceAll(/`[^`]*`|<([^<>`]*)>/g, (whole, word) => (word === undefined ? whole : `\`<${word}>\``));

const entra = entraRefusals
  .map(({ codes, cause, mend, mendByKind = {} }) => {
    const byKind = Object.entries(mendByKind).map(([kind, text]) => `With ${kind}: ${text}`);
    const names = codes.map((code) => `AADSTS${code}`).join(", ");
    return `- **${names}**: ${filled([cause, mend, ...byKind].join(" "))}`;
  })
  .join("\n");

const printed = (error) => error.message.replace(/^/gm, "    ");

const texts = Object.entries(samples).map(([name, list]) => [name, list.map(printed).join("\n\n")]);
await writeParts("docs/errors.md", { entra, ...Object.fromEntries(texts) }, "errorsDoc.mjs");
