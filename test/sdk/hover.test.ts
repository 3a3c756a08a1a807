import { expect } from "chai";

import type { FieldNode } from "../../provider/declare/fieldTree";
import { functions } from "../../provider/functions";
import { definitionOf, kinds } from "../../provider/resources";
import { Editor, type Shown } from "./hover";

const forms = { dynamic: "pulumi-power-platform", plugin: "pulumi-power-platform/plugin" };

/** A literal with every field, each name marked. */
const literal = (nodes: readonly FieldNode[]): string =>
  `{ ${nodes.map((node) => `§${node.name}: ${valueOf(node)}`).join(", ")} }`;

const valueOf = (node: FieldNode): string => {
  if (node.item !== undefined) return `[${valueOf(node.item)}]`;
  return node.children === undefined ? "0 as never" : literal(node.children);
};

/** Expressions that reach every member of a value, each name marked. */
const reaching = (nodes: readonly FieldNode[], value: string): string[] =>
  nodes.flatMap((node) => [
    `${value}.§${node.name};`,
    ...reaching(node.item?.children ?? node.children ?? [], `${value}.${node.name}!${node.item ? "[0]!" : ""}`),
  ]);

/** The same for outputs, which are looked into by `apply`. */
const applied = (nodes: readonly FieldNode[]): string[] =>
  nodes.flatMap((node) => {
    const inside = reaching(node.item?.children ?? node.children ?? [], `value!${node.item ? "[0]!" : ""}`);
    return [`made.§${node.name};`, `made.${node.name}.apply((value) => { ${inside.join(" ")} });`];
  });

const silent = (shown: readonly Shown[]): string[] =>
  shown.filter(({ words }) => words.trim() === "").map(({ type }) => type);

describe("what an editor shows", function () {
  this.timeout(60_000);
  const editor = new Editor();

  for (const [form, module] of Object.entries(forms)) {
    const opened = (program: string): readonly Shown[] => editor.open(`import * as sdk from "${module}";\n${program}`);

    for (const kind of kinds) {
      const { fields, outputs, programFields } = definitionOf(kind);

      it(`${form}: says what ${kind} is, and what its ids look like`, () => {
        const [made, named, read] = opened(
          `new sdk.§${kind}("one", 0 as never);\nlet made: sdk.§${kind};\nsdk.${kind}.§get("one", "id");`,
        );

        expect(made!.type).to.include(`new ${kind}(name: string, args: `);
        expect(made!.words).to.include("https://learn.microsoft.com/").and.include(`new ${kind}("`);
        expect(named!.words).to.equal(made!.words);
        expect(read!.words).to.include("Reads an existing one");
        expect(read!.tags.join()).to.match(/^param id \S+/);
      });

      it(`${form}: describes every argument of ${kind}, inside of objects too`, () => {
        const shown = opened(`new sdk.${kind}("one", ${literal([...fields, ...programFields])});`);

        expect(shown.length).to.be.above(fields.length);
        expect(silent(shown)).to.deep.equal([]);
        expect(editor.problems()).to.deep.equal([]);
      });

      it(`${form}: describes every output of ${kind}, inside of objects too`, () => {
        const all = [...fields, ...outputs];

        const shown = opened(`declare const made: sdk.${kind};\n${applied(all).join("\n")}\nmade.§tenantId;`);

        expect(silent(shown)).to.deep.equal([]);
        expect(editor.problems()).to.deep.equal([]);
      });
    }

    for (const { name, args, item, result } of functions) {
      it(`${form}: says what ${name} gives, and describes every argument and every member of what it gives`, () => {
        const given = `{ ${args.map((each) => `§${each.name}: 0 as never`).join(", ")} }`;
        const members = reaching(item, "item!").join(" ");

        const shown = opened(
          `sdk.§${name}(${given}).then((${result === undefined ? "item" : "[item]"}) => { ${members} });\nsdk.§${name}Output(${given});`,
        );

        expect(shown.length).to.be.at.least(2 + 2 * args.length + item.length);
        expect(silent(shown)).to.deep.equal([]);
        expect(editor.problems()).to.deep.equal([]);
      });
    }

    it(`${form}: describes GovernedEnvironment, each argument and each output`, () => {
      const [component, ...shown] = opened(`
        const made = new sdk.§GovernedEnvironment("sales", {
          §environment: { §displayName: "Sales", §environmentSku: "Sandbox" },
          §environmentGroupId: "", §billingPolicyId: "",
          §roleAssignments: [{ §principalObjectId: "", §principalType: "Group", §roleDefinitionId: "" }],
        });
        const owner = { principalObjectId: "", principalType: "User", roleDefinitionId: "" } as const;
        new sdk.GovernedEnvironment("sales", {
          environment: { displayName: "Sales", environmentSku: "Sandbox" },
          roleAssignments: { owners: { ...owner, §principalType: "User" } },
        });
        made.§environmentId; made.§environment;`);

      expect(component!.words).to.include("https://learn.microsoft.com/").and.include("`{name}-managed`");
      expect(silent(shown)).to.deep.equal([]);
      expect(editor.problems()).to.deep.equal([]);
    });

    it(`${form}: shows the comment of the declaration`, () => {
      const [name, status, subscription, made] = opened(`
        new sdk.BillingPolicy("payg", {
          §name: "payg", location: "europe", §status: "Enabled", billingInstrument: { §subscriptionId: "", resourceGroup: "" },
        });
        declare const made: sdk.BillingPolicy; made.§name;`);

      expect(name!.words).to.include("Name of the policy").and.include("Changes in place.");
      expect(status!.tags).to.deep.equal(["default Enabled"]);
      expect(subscription!.words).to.equal("Azure subscription. Changing it replaces.");
      expect(made!.words).to.include("Name of the policy").and.not.include("Changes");
    });

    it(`${form}: an output that may be absent is there as an output of undefined, inside of objects too`, () => {
      const [description, name] = opened(`
        declare const group: sdk.EnvironmentGroup;
        group.§description.apply((d) => d?.length);
        group.createdBy.§displayName.apply((d) => d?.length);`);

      expect(editor.problems()).to.deep.equal([]);
      expect(description!.type).to.match(/: Output<string \| undefined>$/);
      expect(name!.type).to.match(/: .*Output<string \| undefined>$/);
    });
  }
});
