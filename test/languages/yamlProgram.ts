import { parse } from "yaml";

import { isValues, type Values } from "../../provider/declare/plainValues";
import { schemaProblems, unknown } from "./schemaProblems";

interface ResourceDeclaration {
  readonly type: string;
  readonly properties?: Values;
}

interface Invoke {
  readonly function: string;
  readonly arguments?: Values;
}

/** A Pulumi program in YAML, as far as it uses a package. */
export class YamlProgram {
  private readonly document: Values;

  constructor(text: string) {
    this.document = parse(text) as Values;
  }

  /** Types of the resources that it makes. */
  get types(): string[] {
    return this.resources.map(({ type }) => type);
  }

  /** What does not fit the schema: types, properties, enums, functions, and references to what is not there. */
  problems(): string[] {
    const { invokes, references } = this;
    return [
      ...this.resources.flatMap(({ type, properties = {} }) => schemaProblems(type, withUnknowns(properties))),
      ...invokes.flatMap((each) => schemaProblems(each.function, withUnknowns(each.arguments ?? {}))),
      ...references.filter((name) => !this.names.has(name)).map((name) => `\${${name}} is nowhere`),
    ];
  }

  private get resources(): ResourceDeclaration[] {
    return Object.values(this.section("resources")) as ResourceDeclaration[];
  }

  private get invokes(): Invoke[] {
    return Object.values(this.section("variables"))
      .filter(isValues)
      .flatMap((each) => each["fn::invoke"] ?? []) as Invoke[];
  }

  /** What `${…}` can name. */
  private get names(): Set<string> {
    const sections = ["resources", "variables", "config"].flatMap((name) => Object.keys(this.section(name)));
    return new Set([...sections, "pulumi"]);
  }

  private get references(): string[] {
    return [...JSON.stringify(this.document).matchAll(/\$\{(\w+)/g)].map(([, name = ""]) => name);
  }

  private section(name: string): Values {
    const section = this.document[name];
    return isValues(section) ? section : {};
  }
}

/** A text that is nothing but a reference has the type of what it names. */
function withUnknowns<T>(value: T): T {
  if (typeof value === "string" && /^\$\{[^}]+\}$/.test(value)) return unknown as T;
  if (Array.isArray(value)) return value.map(withUnknowns) as T;
  if (!isValues(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withUnknowns(each)])) as T;
}
