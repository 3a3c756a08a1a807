const pulumi = require("@pulumi/pulumi");
const { Note } = require("../toy/note");

const config = new pulumi.Config();
const first = new Note("first", { text: config.require("text") });
const second = new Note("second", { text: pulumi.interpolate`after ${first.id}` });

module.exports = { firstId: first.id, second: second.text };
