// Writes the tables of settings and clouds in docs/authentication.md from the compiled provider/auth.
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, table, writeParts } from "./generatedPart.mjs";

const { cloudNames, cloudOf, settingsTable } = createRequire(import.meta.url)(
  join(root, "dist/provider/auth"),
);

const code = (text) => `\`${text}\``;

const settings = table(
  ["Key of stack configuration", "Environment variables, first one wins", "Meaning"],
  settingsTable.map(({ config, env, secret, description }) => [
    code(config),
    env.map(code).join(", "),
    secret === true ? `**Secret.** ${description}` : description,
  ]),
);

const clouds = table(
  ["`cloud`", "API (`endpoint`)", "Sign-in (`authorityHost`)"],
  cloudNames.map((name) => {
    const { endpoint, authorityHost } = cloudOf({ cloud: { value: name } });
    return [code(name), code(endpoint), code(authorityHost)];
  }),
);

await writeParts("docs/authentication.md", { settings, clouds }, "settingsDoc.mjs");
