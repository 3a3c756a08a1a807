// Writes the tables of settings, credential kinds and clouds in docs/authentication.md from the compiled provider/auth.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, table, writeParts } from "./generatedPart.mjs";

const require = createRequire(import.meta.url);
const { cloudNames, cloudOf, settingsTable, credentialKinds } = require(join(root, "dist/provider/auth"));

const code = (text) => `\`${text}\``;

const settings = table(
  ["Key of stack configuration", "Environment variables, first one wins", "Meaning"],
  settingsTable.map(({ config, env, oidcEnv = [], secret, description }) => [
    code(config),
    [...env.map(code), ...oidcEnv.map((name) => `${code(name)} (with \`useOidc\`)`)].join(", "),
    secret === true ? `**Secret.** ${description}` : description,
  ]),
);

const list = (names) => names.map(code).join(", ");

/** What selects a credential kind, and what it needs besides. */
const identities = table(
  ["", "Credential kind", "Selected by", "Needs", "Takes"],
  credentialKinds.map((kind, index) => {
    const { name, file, flag, markers, needs, takes } = kind;
    const meant = [...markers, ...(flag === undefined ? [] : [`${flag}=true`])];
    const others = needs.filter((each) => !meant.includes(each));
    const proof = `test/provider/auth/credentials/${file}.test.ts`;
    if (!existsSync(join(root, proof))) throw new Error(`${name} has no ${proof}`);
    return [
      String(index + 1),
      name,
      `${list(meant)}${index === credentialKinds.length - 1 ? ", or nothing is set" : ""}`,
      list(others),
      list(takes),
    ];
  }),
);

const clouds = table(
  ["`cloud`", "API (`endpoint`)", "Sign-in (`authorityHost`)", "Audience of federated tokens"],
  cloudNames.map((name) => {
    const { endpoint, authorityHost, tokenExchangeAudience } = cloudOf({ cloud: { value: name } });
    return [code(name), code(endpoint), code(authorityHost), code(tokenExchangeAudience)];
  }),
);

await writeParts("docs/authentication.md", { settings, identities, clouds }, "settingsDoc.mjs");
