import { ValidationError } from "../errors";
import { isGuid } from "../guid";
import type { Address, Place } from "./place";
import type { Values } from "./plainValues";

/** An id that a kind cannot have. */
export const wrongId = (reason: string): ValidationError =>
  new ValidationError(reason, { failures: [{ property: "id", reason }] });

/** The form in which an id has an input. */
export type InId = (value: string) => string;

/** An environment in an id: a GUID in lower case, or `Default-{tenantId}` as the service writes it. */
export const environmentInId: InId = (value) => {
  const tenantId = /^default-(.*)$/i.exec(value)?.[1];
  if (tenantId !== undefined && isGuid(tenantId)) return `Default-${tenantId.toLowerCase()}`;
  return isGuid(value) ? value.toLowerCase() : value;
};

/**
 * The address of what has the inputs that identify it as its id, such as `{environmentId}/{currencyType}`.
 * @param names the inputs in their order, each with its form in the id; the last one may contain slashes
 */
export function namedAddress(
  names: Readonly<Record<string, InId>>,
  placeOf: (named: Readonly<Record<string, string>>) => Omit<Place, "named">,
): Address {
  const forms = Object.entries(names);
  const named = (values: Values): Readonly<Record<string, string>> =>
    Object.fromEntries(forms.map(([name, inId]) => [name, inId(String(values[name]))]));
  const place = (values: Values): Place => ({ ...placeOf(named(values)), named: named(values) });
  return {
    of: place,
    id: (inputs) => Object.values(named(inputs)).join("/"),
    parse: (id) => {
      const parts = id.split("/");
      const last = parts.slice(forms.length - 1).join("/");
      const texts = [...parts.slice(0, forms.length - 1), last].map((text) => text.trim());
      if (texts.length !== forms.length || texts.includes("")) {
        const form = forms.map(([name]) => `{${name}}`).join("/");
        throw wrongId(`"${id}" is no id of this kind: write ${form}`);
      }
      return place(Object.fromEntries(forms.map(([name], index) => [name, texts[index]])));
    },
  };
}
