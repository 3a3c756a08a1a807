const { setTimeout: delay } = require("node:timers/promises");
const { status } = require("@grpc/grpc-js");
const messages = require("@pulumi/pulumi/proto/provider_pb");
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
const { change } = require("../../programs/toy/service");
const { detailedDiff } = require("./diff");
const { log, partialFailure } = require("./engine");
const { fromStruct, open, secret, toStruct, unknown } = require("./values");

/** Without a handshake the answer to Configure says what the provider accepts: here nothing. */
const isPlain = Boolean(process.env.TOY_PLAIN);
const cancelled = new AbortController();
let configured = {};

const record = (call, fields) => change((state) => state.calls.push({ call, pid: process.pid, ...fields }));

exports.handshake = (request) => {
  if (isPlain) throw Object.assign(new Error("not implemented"), { code: status.UNIMPLEMENTED });
  const { engineAddress, rootDirectory, supportsRefreshBeforeUpdate, configureWithUrn } = request.toObject();
  record("handshake", {
    engineAddress,
    rootDirectory,
    supportsRefreshBeforeUpdate,
    configureWithUrn,
    cwd: process.cwd(),
  });
  return new messages.ProviderHandshakeResponse()
    .setAcceptSecrets(true)
    .setAcceptResources(true)
    .setAcceptOutputs(true);
};

exports.getPluginInfo = () => new PluginInfo().setVersion("1.2.3");

/** A tenant must have a name. Keys of dynamic providers are taken for ours, those of others are nobody's business. */
exports.checkConfig = (request) => {
  const news = fromStruct(request.getNews());
  record("checkConfig", { urn: request.getUrn(), olds: fromStruct(request.getOlds()), news });
  if (news.tenant === "") return checked(news, [{ property: "tenant", reason: "must not be empty" }]);
  return checked(news, []);
};

exports.diffConfig = (request) => {
  const olds = normalized(fromStruct(request.getOldInputs()));
  const news = normalized(fromStruct(request.getNews()));
  record("diffConfig", {
    urn: request.getUrn(),
    oldInputs: fromStruct(request.getOldInputs()),
    olds: fromStruct(request.getOlds()),
    news: fromStruct(request.getNews()),
  });
  const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter((key) => olds[key] !== news[key]);
  return diffResponse(
    changed,
    changed.filter((key) => key === "tenant"),
  );
};

exports.configure = (request) => {
  const args = fromStruct(request.getArgs());
  record("configure", {
    urn: request.getUrn(),
    id: request.getId(),
    args,
    variables: [...request.getVariablesMap().entries()],
  });
  configured = open(args);
  if (configured.refuse) throw new Error(`not today: ${configured.refuse}`);
  return new messages.ConfigureResponse().setAcceptsecrets(!isPlain).setSupportspreview(true);
};

/** An empty text is refused; a note without a color gets the configured one. */
exports.check = (request) => {
  const news = fromStruct(request.getNews());
  const olds = fromStruct(request.getOlds());
  record("check", { olds, news, seeded: request.getRandomseed_asU8().length });
  const inputs = configured.color && news.color === undefined ? { ...news, color: configured.color } : news;
  return checked(inputs, news.text === "" ? [{ property: "text", reason: "must not be empty" }] : []);
};

exports.diff = (request) => {
  const olds = open(fromStruct(request.getOlds()));
  const news = open(fromStruct(request.getNews()));
  const ignored = request.getIgnorechangesList();
  record("diff", { id: request.getId(), olds, news, oldInputs: fromStruct(request.getOldInputs()), ignored });
  if (news.vague) return new messages.DiffResponse();
  const detailed = detailedDiff(olds, news, ignored);
  const changed = [...new Set(Object.keys(detailed).map((path) => path.split(/[.[]/)[0]))];
  const response = diffResponse(
    changed,
    changed.filter((key) => key === "shelf" || key === "wall"),
  );
  for (const [path, diff] of Object.entries(detailed)) response.getDetaileddiffMap().set(path, diff);
  return response.setHasdetaileddiff(true).setStablesList(["serial"]).setDeletebeforereplace(changed.includes("wall"));
};

exports.create = async (request) => {
  const inputs = fromStruct(request.getProperties());
  const plain = open(inputs);
  const preview = request.getPreview();
  record("create", { preview, timeout: request.getTimeout(), inputs });
  if (preview) return made("", outputsOf(inputs, unknown), plain);
  if (plain.fail === "crash") {
    console.error("the pin went through the wall");
    process.exit(1);
  }
  if (plain.fail === "create") throw new Error(`no room for "${plain.text}"`);
  await hold(plain, request.getUrn());
  const serial = change((state) => {
    const serial = ++state.serial;
    state.objects[`note-${serial}`] = { ...plain, serial };
    return serial;
  });
  const outputs = outputsOf(inputs, serial);
  if (plain.fail === "half")
    throw partialFailure(`note-${serial}`, toStruct(outputs), ["the pin fell off"], isWatched(plain));
  return made(`note-${serial}`, outputs, plain);
};

/** Without inputs it is an import: then all there is comes back. */
exports.read = (request) => {
  const id = request.getId();
  const live = change((state) => state.objects[id]);
  const hasInputs = request.hasInputs() || request.hasProperties();
  record("read", {
    id,
    hasInputs,
    timeout: request.getTimeout?.(),
    state: fromStruct(request.getProperties()),
  });
  const answer = new messages.ReadResponse();
  if (!live) return answer;
  const { serial, ...inputs } = live;
  if (inputs.pin !== undefined && !isPlain) inputs.pin = secret(inputs.pin);
  answer
    .setId(id)
    .setProperties(toStruct(outputsOf(inputs, serial)))
    .setInputs(toStruct(inputs));
  if (inputs.fail === "sick")
    throw partialFailure(id, answer.getProperties(), ["the note has faded"], isWatched(inputs));
  return answer.setRefreshBeforeUpdate(isWatched(inputs));
};

exports.update = async (request) => {
  const id = request.getId();
  const inputs = fromStruct(request.getNews());
  const plain = open(inputs);
  const { serial } = open(fromStruct(request.getOlds()));
  record("update", {
    id,
    preview: request.getPreview(),
    timeout: request.getTimeout(),
    ignored: request.getIgnorechangesList(),
  });
  const outputs = outputsOf(inputs, serial);
  const answer = new messages.UpdateResponse()
    .setProperties(toStruct(outputs))
    .setRefreshBeforeUpdate(isWatched(plain));
  if (request.getPreview()) return answer;
  if (plain.fail === "update") throw new Error(`cannot rewrite ${id}`);
  await hold(plain, request.getUrn());
  change((state) => (state.objects[id] = { ...plain, serial }));
  if (plain.fail === "half") throw partialFailure(id, toStruct(outputs), ["still crooked"], isWatched(plain));
  return answer;
};

exports.delete = (request) => {
  const id = request.getId();
  record("delete", { id, timeout: request.getTimeout(), oldInputs: fromStruct(request.getOldInputs()) });
  change((state) => delete state.objects[id]);
  return new Empty();
};

/** Looks a note up by its text. */
exports.invoke = (request) => {
  const args = fromStruct(request.getArgs());
  record("invoke", { tok: request.getTok(), args, preview: request.getPreview() });
  const { text } = open(args);
  const answer = new messages.InvokeResponse();
  if (text === "boom") throw new Error("the index is on fire");
  if (text === "") {
    const failure = new messages.CheckFailure().setProperty("text").setReason("must not be empty");
    return answer.setFailuresList([failure]);
  }
  const [id, found] = Object.entries(change((state) => state.objects)).find(([, note]) => note.text === text) ?? [];
  return answer.setReturn(toStruct(found ? { id, serial: found.serial, tenant: configured.tenant ?? "" } : {}));
};

exports.cancel = () => {
  record("cancel", {});
  cancelled.abort();
  return new Empty();
};

/** Waits until the test has put the note's text among the released ones, telling how it is going. */
async function hold(inputs, urn) {
  if (inputs.say) await log({ message: inputs.say, urn });
  if (!inputs.hold) return;
  await log({ message: `waiting for "${inputs.text}"`, urn, streamId: 7, ephemeral: true });
  while (!change((state) => (state.released ?? []).includes(inputs.text))) {
    if (cancelled.signal.aborted) throw new Error("gave up, as it was told");
    await delay(10);
  }
}

/** What a note is made of: its inputs, its number and a code that is nobody's business. */
function outputsOf(inputs, serial) {
  const code = serial === unknown ? unknown : `code-${serial}`;
  return { ...inputs, serial, code: isPlain ? code : secret(code) };
}

function made(id, outputs, plain) {
  return new messages.CreateResponse()
    .setId(id)
    .setProperties(toStruct(outputs))
    .setRefreshBeforeUpdate(isWatched(plain));
}

/** Is the note to be read before every update? */
function isWatched(inputs) {
  return inputs.watched === true;
}

function checked(inputs, failures) {
  return new messages.CheckResponse()
    .setInputs(toStruct(inputs))
    .setFailuresList(
      failures.map(({ property, reason }) => new messages.CheckFailure().setProperty(property).setReason(reason)),
    );
}

function diffResponse(changed, replaces) {
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  return new messages.DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(changed)
    .setReplacesList(replaces);
}

/** Configuration under the names of a dynamic provider and under ours is the same; what other packages have is left out. */
function normalized(config) {
  const own = Object.entries(config).filter(([key]) => !key.includes(":") || key.startsWith("toy:"));
  return Object.fromEntries(own.map(([key, value]) => [key.replace("toy:", ""), value]));
}
