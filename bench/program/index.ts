import { readFileSync } from "node:fs";

import type * as dynamic from "../../sdk";
import type * as plugin from "../../sdk/plugin";
import type { Declaration, Subject } from "../declaration";
import { declared } from "./args";
import { declareGoverned, type MakeResource } from "./governed";
import type * as floor from "./nothing";

/** A program loads only what it deploys. */
function load(module: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(module);
}

const makers: Readonly<Record<Subject, () => MakeResource>> = {
  floor: () => {
    const { Nothing } = load("./nothing") as typeof floor;
    return (kind, name, args, options) => new Nothing(name, declaration.properties[kind] ?? [], args, options);
  },
  "plugin floor": () => {
    const { NothingOfPlugin } = load("./nothing") as typeof floor;
    return (kind, name, args, options) => new NothingOfPlugin(name, declaration.properties[kind] ?? [], args, options);
  },
  dynamic: () => {
    const classes = load("../../sdk") as typeof dynamic;
    return (kind, name, args, options) => new classes[kind](name, args as never, options);
  },
  plugin: () => {
    const classes = load("../../sdk/plugin") as typeof plugin;
    return (kind, name, args, options) => new classes[kind](name, args as never, options);
  },
};

const declaration = JSON.parse(
  readFileSync(process.env.BENCH_DECLARATION ?? "BENCH_DECLARATION", "utf8"),
) as Declaration;
const make = makers[declaration.subject]();
const { count, governed } = declaration;
if (governed !== undefined) declareGoverned(make, governed);
else
  for (let index = 0; index < count; index++) {
    const { kind, args } = declared(index, declaration);
    make(kind, `resource-${index}`, args);
  }
