import * as pulumi from "@pulumi/pulumi";

class Board extends pulumi.ComponentResource {
  constructor(name: string) {
    super("toy:index:Board", name);
    this.registerOutputs({});
  }
}

console.log("printed by the program");
console.error("complained by the program");
new Board("board");

export const token: pulumi.Output<string> = new pulumi.Config().requireSecret("token");
