import { formatPath, type Path } from "../properties/path";
import {
  diffValues,
  isInternal,
  keysOf,
  type ArrayDiff,
  type ObjectDiff,
  type ValueDiff,
} from "../properties/objectDiff";
import { equal } from "../properties/equal";
import { unknown } from "../properties/markers";
import type { Value } from "../properties/value";
import { decodeJson } from "./decodeJson";
import { lineDiff } from "./lineDiff";
import { isPrimitive, isWorthPrinting, widest, type ValuePrinter } from "./valuePrinter";

type Title = (printer: ValuePrinter) => void;

/** The differences between two maps, the paths that are hidden before them; `only` leaves out other properties. */
export function printObjectDiff(
  printer: ValuePrinter,
  diff: ObjectDiff,
  { hidden = [], only }: { hidden?: readonly Path[]; only?: readonly string[] | undefined } = {},
): void {
  const signed = printer.with({ signed: true });
  for (const path of hidden) signed.with({ op: "update" }).indented(`${formatPath(path)} (hidden)\n`);
  const keys = keysOf(diff).filter((key) => !only || only.includes(key));
  for (const key of keys) printPropertyDiff(signed, key, widest(keys), diff);
}

/** The difference in one property, or what it is if it is the same. */
export function printPropertyDiff(printer: ValuePrinter, key: string, width: number, diff: ObjectDiff): void {
  const title: Title = (styled) => {
    styled.title(key, width);
  };
  const [added, deleted, updated] = [diff.adds.get(key), diff.deletes.get(key), diff.updates.get(key)];
  if (diff.adds.has(key)) printAdd(printer, added, title);
  else if (diff.deletes.has(key)) printDelete(printer, deleted, title);
  else if (updated) printValueDiff(printer, updated, title);
  else if (isWorthPrinting(diff.sames.get(key)))
    printer.with({ op: "same", signed: false }).property(key, diff.sames.get(key) ?? null, width);
}

function printAdd(printer: ValuePrinter, value: Value | undefined, title: Title): void {
  const styled = printer.with({ op: "create", signed: true });
  title(styled);
  styled.value(value ?? null);
}

function printDelete(printer: ValuePrinter, value: Value | undefined, title: Title): void {
  const styled = printer.with({ op: "delete", signed: true });
  title(styled);
  styled.value(value ?? null);
}

function printValueDiff(printer: ValuePrinter, diff: ValueDiff, title: Title): void {
  const styled = printer.with({ op: "update", signed: true });
  if (diff.inner?.kind === "array") printArrayDiff(styled, diff.inner, title);
  else if (diff.inner) {
    title(styled);
    styled.write("{\n");
    printObjectDiff(styled.deeper(), diff.inner);
    styled.indented("}\n", { signed: false });
  } else printLeafDiff(styled, diff.old, diff.new, title);
}

function printArrayDiff(printer: ValuePrinter, diff: ArrayDiff, title: Title): void {
  title(printer);
  printer.write("[\n");
  const indices = [diff.adds, diff.deletes, diff.updates, diff.sames].flatMap((part) => [...part.keys()]);
  for (let index = 0; index <= Math.max(-1, ...indices); index++) {
    const element = printer.deeper(2);
    const elementTitle: Title = (styled) => {
      styled.deeper(-1).indented(`[${index}]: `);
    };
    const updated = diff.updates.get(index);
    if (diff.adds.has(index)) printAdd(element, diff.adds.get(index), elementTitle);
    else if (diff.deletes.has(index)) printDelete(element, diff.deletes.get(index), elementTitle);
    else if (updated) printValueDiff(element, updated, elementTitle);
    else if (diff.sames.has(index)) {
      const same = element.with({ op: "same", signed: false });
      elementTitle(same);
      same.value(diff.sames.get(index) ?? null);
    }
  }
  printer.indented("]\n", { signed: false });
}

function printLeafDiff(printer: ValuePrinter, old: Value | undefined, now: Value | undefined, title: Title): void {
  const [shownOld, shownNew] = [isWorthPrinting(old), isWorthPrinting(now)];
  if (shownOld && shownNew && isPrimitive(old) && isPrimitive(now)) {
    title(printer);
    if (isText(old) && isText(now)) {
      printTextDiff(printer, old, now);
      return;
    }
    printer.primitive(old ?? null);
    printer.write(" => ");
    printer.primitive(now ?? null);
    printer.write("\n");
    return;
  }
  if (shownOld) printDelete(printer, old, title);
  if (shownNew) printAdd(printer, now, title);
}

function printTextDiff(printer: ValuePrinter, old: string, now: string): void {
  const [oldValue, newValue] = [decodeJson(old), decodeJson(now)];
  if (oldValue !== undefined && newValue !== undefined) {
    if (equal(oldValue, newValue)) {
      printTextDiff(printer, JSON.stringify(old), JSON.stringify(now));
      return;
    }
    printer.write("(json) ");
    const diff = diffValues(oldValue, newValue, (path) => isInternal(path.at(-1)));
    if (diff) printValueDiff(printer, diff, () => undefined);
    else printer.with({ op: "same" }).value(oldValue);
  } else if (!old.includes("\n") && !now.includes("\n")) {
    printer.write(`${JSON.stringify(old)} => ${JSON.stringify(now)}\n`);
  } else {
    printer.write("\n");
    for (const { op, text } of lineDiff(old, now))
      printer
        .deeper()
        .with({ op, signed: op !== "same" })
        .indented(`${text}\n`);
  }
}

function isText(value: Value | undefined): value is string {
  return typeof value === "string" && value !== unknown;
}
