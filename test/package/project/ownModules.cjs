// Preloaded: compiles each module as Jest does, which leaves import() without an answer and knows no ES modules.
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const names = ["exports", "require", "module", "__filename", "__dirname"];

const compile = Module.prototype._compile;

Module.prototype._compile = function (code, filename, format) {
  // What Node alone is given, by a condition of exports that Jest does not have.
  if (filename.endsWith(".mjs")) return compile.call(this, code, filename, format);
  const text = code.replace(/^#!.*/, "");
  const run = vm.compileFunction(text, names, { filename });
  const require = (name) => Module.prototype.require.call(this, name);
  return run.call(
    this.exports,
    this.exports,
    Object.assign(require, { cache: Module._cache }),
    this,
    filename,
    path.dirname(filename),
  );
};
