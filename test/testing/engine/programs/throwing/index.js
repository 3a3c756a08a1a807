const { Note } = require("../toy/note");

const note = new Note("kept", { text: "made before the failure" });
note.id.apply(() => {
  throw new Error("the program is wrong");
});
