import { capital, indent, quoted } from "./layout.mjs";

const module = "com.pulumi.powerplatform";

/** The lines of an example, and the classes that it has to import. */
class Writer {
  imports = new Set(["com.pulumi.Pulumi"]);

  uses(name) {
    this.imports.add(name);
    return name.split(".").at(-1);
  }

  expression(node) {
    switch (node.is) {
      case "join":
        return `${node.value.idOf}.id().applyValue(id -> ${quoted(node.value.text)} + id)`;
      case "enum":
        return `${this.uses(`${module}.enums.${node.type}`)}.${capital(node.value)}`;
      case "list":
        return node.items.map((each) => this.expression(each)).join(", ");
      case "object":
        return this.built(`${module}.inputs.${node.type}Args`, node.members);
      case "map": {
        const entries = node.members.flatMap((each) => [quoted(each.name), this.expression(each)]);
        return `${this.uses("java.util.Map")}.of(${entries.join(", ")})`;
      }
      default:
        return JSON.stringify(node.value);
    }
  }

  built(name, nodes) {
    const calls = nodes.map((each) => `.${each.name}(${this.expression(each)})`);
    return `${this.uses(name)}.builder()\n${indent([...calls, ".build()"].join("\n"))}`;
  }

  statement({ kind, name, called, result, args, variable, isExported }) {
    const lines = [];
    if (kind === undefined) {
      const given = args.length === 0 ? "" : this.built(`${module}.inputs.${capital(called)}Args`, args);
      const made = `${this.uses(`${module}.PowerplatformFunctions`)}.${called}(${given})`;
      lines.push(`var ${variable} = ${made};`);
    } else {
      const given = this.built(`${module}.${kind}Args`, args);
      const made = `new ${this.uses(`${module}.${kind}`)}(${quoted(name)}, ${given});`;
      lines.push(variable === undefined ? made : `var ${variable} = ${made}`);
    }
    if (isExported)
      lines.push(`ctx.export(${quoted(variable)}, ${variable}.applyValue(answer -> answer.${result}()));`);
    return lines.join("\n");
  }
}

export function java({ statements }) {
  const writer = new Writer();
  const body = statements.map((each) => writer.statement(each)).join("\n");
  const imports = [...writer.imports].sort().map((name) => `import ${name};`);
  const main = `public static void main(String[] args) {\n    Pulumi.run(ctx -> {\n${indent(body, "        ")}\n    });\n}`;
  return [`${imports.join("\n")}\n`, `public class App {\n${indent(main)}\n}`].join("\n");
}
