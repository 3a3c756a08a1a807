const pulumi = require("@pulumi/pulumi");
const { Note } = require("../toy/note");

new Note("first", { text: "a" });
exports.answer = pulumi.runtime.invoke("toy:index:lookUp", {});
