const fs = require("node:fs");

/** Changes a toy service: objects by id, and every call that was made, in a JSON file that several processes share. */
exports.changeAt = (path, change) => {
  const release = lock(`${path}.lock`);
  try {
    const state = JSON.parse(fs.readFileSync(path, "utf8"));
    const result = change(state);
    fs.writeFileSync(`${path}.new`, JSON.stringify(state, undefined, 2));
    fs.renameSync(`${path}.new`, path);
    return result;
  } finally {
    release();
  }
};

/** Changes the state that TOY_SERVICE names. */
exports.change = (change) => exports.changeAt(process.env.TOY_SERVICE, change);

function lock(path) {
  for (;;) {
    try {
      fs.mkdirSync(path);
      return () => fs.rmdirSync(path);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
