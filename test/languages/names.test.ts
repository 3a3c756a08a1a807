import { expect } from "chai";

import { nameOf, type ObjectSpec, pluginSchema } from "./pluginSchema";

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Names that a generator would have to bend, as they would stand in the language. */
const reserved = {
  python: words(
    `False None True and as assert async await break class continue def del elif else except finally for from global if
    import in is lambda nonlocal not or pass raise return try while with yield match case self opts resource_name`,
  ),
  java: words(
    `abstract assert boolean break byte case catch char class const continue default do double else enum extends final
    finally float for goto if implements import instanceof int interface long native new package private protected public
    return short static strictfp super switch synchronized this throw throws transient try void volatile while true false
    null var record yield getClass hashCode equals toString notify notifyAll wait clone finalize builder`,
  ),
  go: words("String Int Bool Float64 Any ID URN Error ElementType"),
} as const;

/** Pulumi's own, of each resource and of a provider. */
const reservedByPulumi = {
  resource: words("id urn __provider"),
  provider: words("version pluginDownloadURL"),
};

const { types, resources, functions, provider, config } = pluginSchema;

const objects: [string, ObjectSpec][] = [
  ...Object.entries(types).flatMap(([token, { properties, required = [] }]): [string, ObjectSpec][] =>
    properties === undefined ? [] : [[nameOf(token), { properties, required }]],
  ),
  ...Object.entries(resources).flatMap(([token, spec]): [string, ObjectSpec][] => [
    [nameOf(token), spec],
    [nameOf(token), { properties: spec.inputProperties, required: spec.requiredInputs }],
  ]),
  ...Object.entries(functions).flatMap(([token, { inputs, outputs }]): [string, ObjectSpec][] => [
    [nameOf(token), inputs],
    [nameOf(token), outputs],
  ]),
  ["Provider", { properties: provider.inputProperties }],
  ["Config", { properties: config.variables }],
];

const enums = Object.entries(types).flatMap(([token, spec]) =>
  spec.enum === undefined ? [] : spec.enum.map(({ name, value }) => ({ type: nameOf(token), value: name ?? value })),
);

const typeNames = [...Object.keys(types), ...Object.keys(resources)].map(nameOf);

const capital = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`;
const snake = (name: string): string =>
  name.replace(/(?<=[a-z0-9_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

describe("names in the plugin's schema", () => {
  it("of properties are no reserved word and come back from Python as they were", () => {
    for (const [owner, { properties }] of objects)
      for (const name of Object.keys(properties)) {
        const at = `${owner}.${name}`;

        expect(name, at).to.match(/^[a-z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*$/);
        expect(reserved.python.has(snake(name)), `${at} in Python`).to.equal(false);
        expect(reserved.java.has(name), `${at} in Java`).to.equal(false);
        expect(reserved.go.has(capital(name)), `${at} in Go`).to.equal(false);
        // Microsoft's settings have underscores; generated classes keep the name of a property beside it.
        if (!name.includes("_") && !/[A-Z]{2}/.test(name)) expect(camel(snake(name)), at).to.equal(name);
        // C# refuses a member that is called as its type.
        expect(capital(name), `${at} in C#`).to.not.equal(owner);
      }
  });

  it("of properties are not Pulumi's own", () => {
    for (const { properties, inputProperties } of Object.values(resources))
      for (const name of Object.keys({ ...properties, ...inputProperties }))
        expect(reservedByPulumi.resource.has(name), name).to.equal(false);
    for (const name of Object.keys(provider.inputProperties))
      expect(reservedByPulumi.provider.has(name), name).to.equal(false);
  });

  it("of members of enums are names in every language", () => {
    for (const { type, value } of enums) {
      expect(value, type).to.match(/^[A-Z][A-Za-z0-9]*$/);
      expect(typeNames, "constant in Go").to.not.include(`${type}${value}`);
    }
  });

  it("of types are not what a generator makes of another type", () => {
    const derived = typeNames.flatMap((name) =>
      ["Args", "ArgsDict", "Array", "Input", "Output", "PtrInput", "PtrOutput", "Result", "State"].map(
        (suffix) => `${name}${suffix}`,
      ),
    );

    expect(typeNames.filter((name) => derived.includes(name))).to.deep.equal([]);
    expect(new Set(typeNames.map((name) => name.toLowerCase())).size).to.equal(typeNames.length);
  });

  it("of what is required are those of properties", () => {
    for (const [owner, { properties, required = [] }] of objects)
      expect(Object.keys(properties), owner).to.include.members([...required]);
  });
});

describe("what the plugin's schema says of languages", () => {
  it("names the packages as the documentation has them", () => {
    const { nodejs, python, go, csharp } = pluginSchema.language;

    expect(nodejs).to.include({ packageName: "pulumi-power-platform/plugin" });
    expect(python).to.include({ packageName: "pulumi_power_platform" });
    expect(go).to.include({ importBasePath: "example.com/pulumi-power-platform/sdk/go/powerplatform" });
    expect(csharp).to.deep.include({ namespaces: { "power-platform": "PowerPlatform" } });
  });

  it("gives no address to download the plugin from, since it comes with the npm package", () => {
    expect(pluginSchema).to.not.have.property("pluginDownloadURL");
  });

  it("uses no words that are those of one language", () => {
    const prose = JSON.stringify(pluginSchema).replace(/```.*?```/gs, "");

    expect(prose).to.not.match(/`scopes`|builtInRoles|\bundefined\b|TypeScript|Input</);
  });
});
