const fs = require("node:fs");

/** The toy world: objects by id, and every call that was made, in the JSON file that TOY_WORLD names. */
exports.change = (change) => {
  const path = process.env.TOY_WORLD;
  const release = lock(`${path}.lock`);
  try {
    const world = fs.existsSync(path)
      ? JSON.parse(fs.readFileSync(path, "utf8"))
      : { objects: {}, calls: [], serial: 0 };
    const result = change(world);
    fs.writeFileSync(path, JSON.stringify(world, undefined, 2));
    return result;
  } finally {
    release();
  }
};

/** Several provider processes share the world. */
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
