import path from "node:path";
import { pathToFileURL } from "node:url";

import { expect } from "chai";
import ts from "typescript";

interface Declarations {
  readonly fieldSource: (
    literals: readonly ts.Node[],
    name: string,
  ) => { readonly words: { readonly text: string }; readonly members: readonly ts.Node[] };
}

const reader = pathToFileURL(path.resolve(__dirname, "../../../scripts/declarations.mjs")).toString();

/** The literal of a declaration's fields. */
function fields(text: string): ts.Node {
  const source = `import { object, text } from "../../declare/fields";
import { licensingPrincipal } from "./licensingPrincipal";
import { billingPolicy } from "./billingPolicy";
const fields = ${text};`;
  const file = ts.createSourceFile("provider/resources/licensing/new.ts", source, ts.ScriptTarget.Latest, true);
  const [declaration] = (file.statements.at(-1) as ts.VariableStatement).declarationList.declarations;
  return declaration!.initializer!;
}

describe("the words of a declared field", function () {
  this.timeout(20_000);
  let source: (literal: ts.Node, ...names: string[]) => string;

  before(async () => {
    const { fieldSource } = (await import(reader)) as Declarations;
    source = (literal, ...names) => {
      let literals: readonly ts.Node[] = [literal];
      let words = "";
      for (const name of names) {
        const found = fieldSource(literals, name);
        words = found.words.text;
        literals = found.members;
      }
      return words;
    };
  });

  it("are its comment, inside of objects too", () => {
    const literal = fields(
      "{\n/** What is billed. */\nbilled: object({\n/** Of Azure. */\ngroup: text() }).optional() }",
    );

    expect(source(literal, "billed")).to.equal("What is billed.");
    expect(source(literal, "billed", "group")).to.equal("Of Azure.");
  });

  it("are where an object that kinds share is declared", () => {
    const literal = fields("{\n/** Who made it. */\ncreatedBy: licensingPrincipal() }");

    expect(source(literal, "createdBy", "id")).to.equal("Entra object id of the principal.");
  });

  it("are those of the kind whose fields are spread", () => {
    const literal = fields("{ ...billingPolicy.inputShape,\n/** Of the list. */\nstatus: text() }");

    expect(source(literal, "name")).to.include("Name of the policy");
    expect(source(literal, "billingInstrument", "subscriptionId")).to.include("Azure subscription.");
    expect(source(literal, "status")).to.equal("Of the list.");
  });

  it("have to be there: nothing is generated of a field without a comment", () => {
    expect(() => source(fields("{ name: text() }"), "name")).to.throw(
      "name has no comment: describe it in provider/resources/licensing/new.ts",
    );
  });
});
