import { readFileSync } from "node:fs";

import type * as dynamic from "../../sdk";
import type * as plugin from "../../sdk/plugin";
import type { Declaration, Subject } from "../declaration";
import { declared, type Declared } from "./args";
import type * as floor from "./nothing";

type Make = (declared: Declared, name: string) => unknown;

/** A program loads only what it deploys. */
function load(module: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(module);
}

const makers: Readonly<Record<Subject, () => Make>> = {
  floor: () => {
    const { Nothing } = load("./nothing") as typeof floor;
    return ({ kind, args }, name) => new Nothing(name, declaration.properties[kind] ?? [], args);
  },
  "plugin floor": () => {
    const { NothingOfPlugin } = load("./nothing") as typeof floor;
    return ({ kind, args }, name) => new NothingOfPlugin(name, declaration.properties[kind] ?? [], args);
  },
  dynamic: () => {
    const classes = load("../../sdk") as typeof dynamic;
    return ({ kind, args }, name) => new classes[kind](name, args as never);
  },
  plugin: () => {
    const classes = load("../../sdk/plugin") as typeof plugin;
    return ({ kind, args }, name) => new classes[kind](name, args as never);
  },
};

const declaration = JSON.parse(
  readFileSync(process.env.BENCH_DECLARATION ?? "BENCH_DECLARATION", "utf8"),
) as Declaration;
const make = makers[declaration.subject]();
for (let index = 0; index < declaration.count; index++) make(declared(index, declaration), `resource-${index}`);
