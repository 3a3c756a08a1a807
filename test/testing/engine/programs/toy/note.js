const pulumi = require("@pulumi/pulumi");

/** Where the provider finds its code, as text that is the same wherever the serializer runs. */
const providerFile = JSON.stringify(require.resolve("./noteProvider"));

/** A note in the toy service: a dynamic resource whose provider is this folder's noteProvider.js. */
exports.Note = class Note extends pulumi.CustomResource {
  constructor(name, args, options) {
    const provider = `exports.handler = () => require(${providerFile});`;
    const outputs = { text: undefined, serial: undefined, code: undefined };
    super("pulumi-nodejs:dynamic/toy:Note", name, { ...outputs, ...args, __provider: provider }, options);
  }
};

/** A provider of its own for notes, in its own process. */
exports.Provider = class Provider extends pulumi.ProviderResource {
  constructor(name, args, options) {
    super("pulumi-nodejs", name, args, options);
  }
};
