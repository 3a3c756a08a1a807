const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Stands for what a preview cannot know. */
exports.unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

exports.secret = (value) => ({ [signature]: secretSignature, value });

/** Properties with every secret in them opened. */
exports.open = function open(value) {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== "object" || value === null) return value;
  if (value[signature] === secretSignature) return open(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, open(element)]));
};

exports.fromStruct = (struct) => struct?.toJavaScript();
exports.toStruct = (properties) => Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
