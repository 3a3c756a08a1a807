const fs = require("node:fs");

/** Changes a toy world: objects by id, and every call that was made, in a JSON file that several processes share. */
exports.changeAt = (path, change) => {
  const release = lock(`${path}.lock`);
  try {
    const world = JSON.parse(fs.readFileSync(path, "utf8"));
    const result = change(world);
    fs.writeFileSync(`${path}.new`, JSON.stringify(world, undefined, 2));
    fs.renameSync(`${path}.new`, path);
    return result;
  } finally {
    release();
  }
};

/** Changes the world that TOY_WORLD names. */
exports.change = (change) => exports.changeAt(process.env.TOY_WORLD, change);

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
