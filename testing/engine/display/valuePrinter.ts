import { isInternal } from "../properties/objectDiff";
import { isMarker, unknown } from "../properties/markers";
import { isSecret } from "../properties/secrets";
import { isObject, type Properties, type Value } from "../properties/value";
import type { Op } from "../steps/step";
import { decodeJson } from "./decodeJson";
import { prefixes } from "./symbols";

/** How lines are printed. */
interface Style {
  /** How many levels deep, of four spaces each. */
  readonly indent: number;
  /** The meaning of the sign before a line. */
  readonly op: Op;
  /** Whether there is a sign before lines. */
  readonly signed: boolean;
}

/** Prints property values as `pulumi preview --diff` does (pkg/backend/display/object_diff.go), without colours. */
export class ValuePrinter {
  constructor(
    private readonly out: string[],
    readonly style: Style,
  ) {}

  /** The same printer in another style. */
  with(change: Partial<Style>): ValuePrinter {
    return new ValuePrinter(this.out, { ...this.style, ...change });
  }

  /** The same printer, some levels deeper. */
  deeper(levels = 1): ValuePrinter {
    return this.with({ indent: this.style.indent + levels });
  }

  /** Text as it is. */
  write(text: string): void {
    this.out.push(text);
  }

  /** Text at the beginning of a line; `signed: false` leaves out the sign. */
  indented(text: string, { signed = this.style.signed } = {}): void {
    const spaces = "    ".repeat(this.style.indent);
    this.write((signed && spaces !== "" ? spaces.slice(0, -2) + prefixes[this.style.op] : spaces) + text);
  }

  /** The name of a property, padded so that values stand below each other. */
  title(name: string, width: number): void {
    this.indented(`${name.padEnd(width)}: `);
  }

  /** Every property of a map that is not Pulumi's own. */
  object(properties: Properties): void {
    const keys = Object.keys(properties).sort();
    const width = widest(keys);
    for (const key of keys) {
      if (!isInternal(key)) this.property(key, properties[key] ?? null, width);
    }
  }

  /** One property. */
  property(key: string, value: Value, width: number): void {
    this.title(key, width);
    this.value(value);
  }

  /** A value and the end of its line. */
  value(value: Value): void {
    this.inner(value);
    this.write("\n");
  }

  /** A value that has no parts. */
  primitive(value: Value): void {
    if (typeof value !== "string" || value === unknown) {
      this.write(primitiveText(value));
      return;
    }
    const decoded = decodeJson(value);
    if (decoded === undefined) {
      this.write(JSON.stringify(value));
    } else {
      this.write("(json) ");
      this.value(decoded);
    }
  }

  private inner(value: Value): void {
    if (isPrimitive(value)) this.primitive(value);
    else if (Array.isArray(value)) this.list(value);
    else if (!isObject(value) || Object.keys(value).length === 0) this.write("{}");
    else this.map(value);
  }

  private list(elements: readonly Value[]): void {
    if (elements.length === 0) {
      this.write("[]");
      return;
    }
    this.write("[\n");
    elements.forEach((element, index) => {
      this.indented(`    [${index}]: `);
      this.deeper().value(element);
    });
    this.indented("]", { signed: false });
  }

  private map(value: Properties): void {
    this.write("{\n");
    if (isMarker(value, "resource")) this.deeper().reference(value);
    else this.deeper().object(value);
    this.indented("}", { signed: false });
  }

  private reference(reference: Properties): void {
    const parts = {
      URN: reference["urn"],
      ID: reference["id"],
      PackageVersion: reference["packageVersion"] ?? "",
    };
    for (const [name, part] of Object.entries(parts)) this.property(name, part ?? null, 3);
  }
}

/** How wide the names of properties are at most. */
export function widest(keys: readonly string[]): number {
  return Math.max(0, ...keys.map((key) => key.length));
}

/** Whether the value has no displayed parts. */
export function isPrimitive(value: Value | undefined): boolean {
  return typeof value !== "object" || value === null || isSecret(value);
}

/** Whether the value gets a line. */
export function isWorthPrinting(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isObject(value) || Object.keys(value).length > 0;
}

function primitiveText(value: Value): string {
  if (value === unknown) return "[unknown]";
  if (isSecret(value)) return "[secret]";
  return value === null ? "<null>" : JSON.stringify(value);
}
