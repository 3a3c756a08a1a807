const { Note } = require("../toy/note");

new Note("only", { text: "declared" });
