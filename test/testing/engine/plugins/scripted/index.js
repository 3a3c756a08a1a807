// The same plugin as the one with an executable, for the runtime of Node.
require("../toy/server");
