// Interfaces of arguments, outputs and items: one for each declared object.
import { constantOf, fieldSource, functionSources, resourceSources } from "../declarations.mjs";
import { capital, isAlways, typeOf } from "../fieldTypes.mjs";
import { asOutput, doc, interfaceOf } from "./source.mjs";

const declarations = new Set(
  [...resourceSources.values(), ...functionSources.values()].map(({ path, constant }) => `${path} ${constant}`),
);
const isDeclaration = (path, name) => declarations.has(`${path} ${name}`);

const plain = {
  boolean: "boolean",
  integer: "number",
  number: "number",
  duration: "number | string",
  json: "Record<string, unknown>",
};

const scalar = (node) =>
  node.values?.map((value) => JSON.stringify(value)).join(" | ") ?? plain[typeOf(node)] ?? "string";

/** Objects that several declarations have in common, such as who made something: by name, with where they are declared. */
export const sharedTypes = new Map();

/** The name of an object that is declared once for all who have it; `undefined` for one that belongs to a field. */
function sharedName(node, literals, form) {
  const [literal, ...others] = literals;
  const { path, name, words } = constantOf(literal);
  const isShared = form.isShared === true && others.length === 0 && !isDeclaration(path, name);
  if (!isShared) return undefined;
  const type = capital(name);
  if (!sharedTypes.has(type)) {
    sharedTypes.set(type, { path });
    sharedTypes.get(type).text = interfaces(type, words, node.children, literals, values).join("\n\n");
  }
  return type;
}

/**
 * The interface `name` of `nodes`, and before it those of the objects inside. `form` says how a member is written:
 * for arguments, for outputs of a resource, or for plain values inside them.
 */
function interfaces(name, words, nodes, literals, form, base, extra = []) {
  const inside = [];
  const members = nodes.map((node) => {
    const { words, members } = fieldSource(literals, node.name, `${name}.${node.name}`);
    const type = (each) => {
      if (each.item !== undefined) return form.list(type(each.item));
      if (each.children === undefined) return form.value(scalar(each));
      const shared = sharedName(each, members, form);
      if (shared !== undefined) return form.value(shared);
      const nested = form.nested(name, node.name);
      inside.push(...interfaces(nested, words, each.children, members, form.inner ?? form));
      return form.value(nested);
    };
    return `${doc(form.words(words), "  ")}\n  ${form.member(node, type(node))}`;
  });
  return [...inside, interfaceOf(name, form.words(words), [...members, ...extra], base)];
}

/** What a program may write: each value now or as an output of another resource. */
const args = {
  words: (words) => words,
  nested: (name, field) => `${name.replace(/Args$/, "")}${capital(field)}Args`,
  value: (type) => `Input<${type}>`,
  list: (type) => `Input<${type}[]>`,
  member: (node, type) => (node.required ? `${node.name}: ${type};` : `${node.name}?: ${type} | undefined;`),
};

const values = {
  isShared: true,
  words: asOutput,
  nested: (name, field) => `${name}${capital(field)}`,
  value: (type) => type,
  list: (type) => `${type.includes(" ") ? `(${type})` : type}[]`,
  // A member that may be absent is there as undefined: Pulumi makes an output of each member that the type has.
  member: (node, type) => `readonly ${node.name}: ${type}${isAlways(node) ? "" : " | undefined"};`,
};

const outputs = {
  ...values,
  nested: (name, field) => values.nested(name.replace(/Outputs$/, ""), field),
  member: (node, type) => `readonly ${node.name}: Output<${type}${isAlways(node) ? "" : " | undefined"}>;`,
  inner: values,
};

/** Arguments that a function takes as they are. */
const plainArgs = { ...args, value: values.value, list: values.list };

export const argsInterfaces = (name, words, nodes, literals, base) =>
  interfaces(name, words, nodes, literals, args, base);

export const outputInterfaces = (name, words, nodes, literals, extra) =>
  interfaces(name, words, nodes, literals, outputs, undefined, extra);

/** A function without arguments takes an object without members. */
export const plainArgsInterfaces = (name, words, nodes, literals) =>
  nodes.length === 0
    ? [`${doc(words)}\nexport type ${name} = Readonly<Record<string, never>>;`]
    : interfaces(name, words, nodes, literals, plainArgs);

export const itemInterfaces = (name, words, nodes, literals) => interfaces(name, words, nodes, literals, values);
