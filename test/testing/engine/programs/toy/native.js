const pulumi = require("@pulumi/pulumi");

const outputs = { text: undefined, serial: undefined, code: undefined };

/** The same notes as dynamic ones, from the plugin of the package `toy`. */
exports.Note = class Note extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("toy:index:Note", name, { ...outputs, ...args }, options);
  }
};

/** A provider of its own for them, in its own process. */
exports.Provider = class Provider extends pulumi.ProviderResource {
  constructor(name, args, options) {
    super("toy", name, args, options);
  }
};

/** Looks a note up by its text. */
exports.lookUp = (args, options) => pulumi.runtime.invoke("toy:index:lookUp", args, options);
exports.lookUpOutput = (args, options) => pulumi.runtime.invokeOutput("toy:index:lookUp", args, options);
