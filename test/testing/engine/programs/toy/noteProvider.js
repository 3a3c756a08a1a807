const { change } = require("./world");

let configured = {};

exports.configure = async ({ config }) => {
  configured = { color: config.get("toy:color"), secret: config.get("toy:secret") };
};

exports.check = async (olds, news) => {
  change((world) => world.calls.push({ call: "check", olds: strip(olds), news: strip(news) }));
  const failures = news.text === "" ? [{ property: "text", reason: "must not be empty" }] : [];
  return { inputs: news, failures };
};

exports.diff = async (id, olds, news) => {
  change((world) => world.calls.push({ call: "diff", id }));
  const names = new Set(
    [...Object.keys(strip(news)), ...Object.keys(strip(olds))].filter(
      (name) => name !== "serial" && name !== "color" && name !== "made",
    ),
  );
  const changed = [...names].filter((name) => JSON.stringify(olds[name]) !== JSON.stringify(news[name]));
  const replaces = changed.filter((name) => name === "shelf" || name === "wall");
  return { changes: changed.length > 0, replaces, deleteBeforeReplace: replaces.includes("wall") };
};

exports.create = async (inputs) => {
  if (inputs.fail === "create") throw new Error(`no room for "${inputs.text}"`);
  const { id, outs } = change((world) => {
    const serial = ++world.serial;
    const id = `note-${serial}`;
    const outs = { ...strip(inputs), serial, ...(configured.color ? { color: configured.color } : {}) };
    world.objects[id] = outs;
    world.calls.push({ call: "create", id, configured });
    return { id, outs };
  });
  if (inputs.fail === "half") throw partial(id, inputs, ["the pin fell off"]);
  return { id, outs };
};

exports.read = async (id, props) => {
  change((world) => world.calls.push({ call: "read", id }));
  const live = change((world) => world.objects[id]);
  if (!live && props.serial === undefined)
    throw Object.assign(new Error(`note '${id}' not found`), { stack: "" });
  if (!live) return {};
  const inputs = Object.fromEntries(
    Object.entries(live).filter(([name]) => name !== "serial" && name !== "color"),
  );
  return { id, props: live, inputs };
};

exports.update = async (id, olds, news) => {
  if (news.fail === "update") throw new Error(`cannot rewrite ${id}`);
  const outs = change((world) => {
    world.calls.push({ call: "update", id });
    world.objects[id] = { ...strip(news), serial: olds.serial };
    return world.objects[id];
  });
  if (news.fail === "half") throw Object.assign(partial(id, news, ["still crooked"]), {});
  return { outs };
};

exports.delete = async (id, props) => {
  change((world) => {
    world.calls.push({ call: "delete", id });
    if (props.sticky) throw new Error(`${id} is glued on`);
    delete world.objects[id];
  });
};

function partial(id, inputs, reasons) {
  const properties = { ...strip(inputs), serial: 0, __provider: inputs.__provider };
  return Object.assign(new Error(reasons.join()), { id, properties, reasons });
}

function strip({ __provider, ...properties }) {
  return properties;
}
