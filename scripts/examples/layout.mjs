// Layout that all languages share.

/** Text with every line moved to the right. */
export const indent = (text, by = "    ") => text.replace(/^(?=.)/gm, by);

/** Lines between an opening and a closing, each indented and with an ending; nothing between them if there are none. */
export const block = (open, lines, close, { by = "    ", end = "," } = {}) =>
  lines.length === 0
    ? `${open}${close}`
    : `${open}\n${lines.map((line) => indent(`${line}${end}`, by)).join("\n")}\n${close}`;

export const capital = (name) => `${name[0].toUpperCase()}${name.slice(1)}`;

/** `roleDefinitionId` as `role_definition_id` and `powerApps_NLSearch` as `power_apps__nl_search`: the names of Pulumi's SDKs for Python. */
export const snake = (name) => name.replace(/(?<=[a-z0-9_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();

export const quoted = (text) => JSON.stringify(text);
