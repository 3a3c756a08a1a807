const { PropertyDiff } = require("@pulumi/pulumi/proto/provider_pb");

/** Properties that the provider adds or that only steer it; a difference in them is none. */
const computed = new Set(["serial", "code"]);
const replacing = new Set(["shelf", "wall"]);

/** What differs between the live note and the wanted one, as deep as it goes, by property path. */
exports.detailedDiff = (live, wanted, ignored) => {
  const found = {};
  compare(omit(live), omit(wanted), "", found);
  const isIgnored = (path) =>
    ignored.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
  return Object.fromEntries(
    Object.entries(found)
      .filter(([path]) => !isIgnored(path))
      .map(([path, kind]) => [path, new PropertyDiff().setKind(kindOf(path, kind)).setInputdiff(false)]),
  );
};

function compare(live, wanted, path, found) {
  if (JSON.stringify(live) === JSON.stringify(wanted)) return;
  if (live === undefined) found[path] = "ADD";
  else if (wanted === undefined) found[path] = "DELETE";
  else if (Array.isArray(live) && Array.isArray(wanted)) {
    const length = Math.max(live.length, wanted.length);
    for (let index = 0; index < length; index++) compare(live[index], wanted[index], `${path}[${index}]`, found);
  } else if (isMap(live) && isMap(wanted)) {
    for (const key of new Set([...Object.keys(live), ...Object.keys(wanted)]))
      compare(live[key], wanted[key], path === "" ? key : `${path}.${key}`, found);
  } else found[path] = "UPDATE";
}

function kindOf(path, kind) {
  return PropertyDiff.Kind[replacing.has(path) ? `${kind}_REPLACE` : kind];
}

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function omit(note) {
  return Object.fromEntries(Object.entries(note).filter(([name]) => !computed.has(name) && !name.startsWith("__")));
}
