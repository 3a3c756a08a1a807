const { setTimeout: delay } = require("node:timers/promises");
const { change } = require("./service");

/** Properties that the provider adds or that only steer it; a difference in them is none. */
const computed = new Set(["serial", "color", "code", "__provider"]);

let configured = {};
let inFlight = 0;

/** Remembers the configuration of the process. */
exports.configure = async ({ config }) => {
  configured = { color: config.get("toy:color"), secret: config.get("toy:secret") };
  change((state) => state.calls.push({ call: "configure", ...configured, pid: process.pid }));
};

/** An empty text is refused. */
exports.check = async (olds, news) => {
  change((state) => state.calls.push({ call: "check", olds: strip(olds), news: strip(news) }));
  const failures = news.text === "" ? [{ property: "text", reason: "must not be empty" }] : [];
  return { inputs: news, failures };
};

/** Another shelf or wall replaces, the wall with the old note taken down first. `vague` leaves it to the engine to compare. */
exports.diff = async (id, olds, news) => {
  change((state) => state.calls.push({ call: "diff", id }));
  if (news.warn) await warn(`note ${id}: ${news.warn}`);
  if (news.vague) return {};
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter((name) => !computed.has(name));
  const changed = names.filter((name) => JSON.stringify(olds[name]) !== JSON.stringify(news[name]));
  const replaces = changed.filter((name) => name === "shelf" || name === "wall");
  return { changes: changed.length > 0, replaces, deleteBeforeReplace: replaces.includes("wall") };
};

/** Fails, fails half way, waits or hands out a secret if the note says so. */
exports.create = async (inputs) => {
  if (inputs.say) console.log(inputs.say);
  if (inputs.fail === "create") throw new Error(`no room for "${inputs.text}"`);
  inFlight++;
  change((state) => state.calls.push({ call: "create", text: inputs.text, inFlight }));
  await hold(inputs);
  const { id, outs } = change((state) => {
    const serial = ++state.serial;
    const outs = { ...strip(inputs), serial, ...(configured.color ? { color: configured.color } : {}) };
    state.objects[`note-${serial}`] = outs;
    return { id: `note-${serial}`, outs };
  });
  inFlight--;
  if (inputs.fail === "half") throw partial(id, inputs, outs.serial, ["the pin fell off"]);
  return { id, outs: inputs.coded ? { ...outs, code: wireSecret(`code-${outs.serial}`) } : outs };
};

/** A note that is gone has no id; one that was never there cannot be got. */
exports.read = async (id, props) => {
  const live = change((state) => {
    state.calls.push({ call: "read", id });
    return state.objects[id];
  });
  if (!live && props.serial === undefined) throw Object.assign(new Error(`note '${id}' not found`), { stack: "" });
  if (!live) return {};
  const inputs = Object.fromEntries(Object.entries(live).filter(([name]) => !computed.has(name)));
  return { id, props: live, inputs };
};

exports.update = async (id, olds, news) => {
  if (news.fail === "update") throw new Error(`cannot rewrite ${id}`);
  const outs = change((state) => {
    state.calls.push({ call: "update", id });
    state.objects[id] = { ...strip(news), serial: olds.serial };
    return state.objects[id];
  });
  if (news.fail === "half") throw partial(id, news, olds.serial, ["still crooked"]);
  return { outs };
};

exports.delete = async (id, props) => {
  change((state) => {
    state.calls.push({ call: "delete", id });
    if (state.objects[id]?.sticky ?? props.sticky) throw new Error(`${id} is glued on`);
    delete state.objects[id];
  });
};

/** Waits until the test has put the note's text among the released ones. */
async function hold(inputs) {
  while (inputs.hold && !change((state) => (state.released ?? []).includes(inputs.text))) await delay(10);
}

function partial(id, inputs, serial, reasons) {
  const properties = { ...strip(inputs), serial, __provider: inputs.__provider };
  return Object.assign(new Error(reasons.join()), { id, properties, reasons });
}

/** A secret as the wire knows it: the engine marks the output whatever the inputs are. */
function wireSecret(value) {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** Tells the engine, whose address the process was started with. */
function warn(message) {
  const grpc = require("@grpc/grpc-js");
  const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
  const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
  const engine = new EngineClient(process.argv[2], grpc.credentials.createInsecure());
  const request = new LogRequest().setSeverity(LogSeverity.WARNING).setMessage(message);
  return new Promise((resolve) => engine.log(request, () => resolve(engine.close())));
}

function strip({ __provider, ...properties }) {
  return properties;
}
