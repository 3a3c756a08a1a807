const { Note } = require("../toy/note");

if (process.env.EMPTY) throw new Error("the program is wrong");
const note = new Note("kept", { text: "made before the failure" });
note.id.apply(() => {
  if (!process.env.QUIET) throw new Error("the program is wrong");
});
