import { z } from "zod";

import { keepReadable } from "../errors";
import { guidPattern, isGuid } from "../guid";
import { geographyName, geographyProblem } from "./geography";
import { placeholderProblem } from "./placeholder";

/** Facts about the caller that a field may need: the tenant, where it is known. */
export interface FieldContext {
  readonly tenantId?: string | undefined;
}

/** The words of a field beside its zod schema. A resource declares it with the functions below. */
export interface FieldWords {
  /** A change replaces the resource. On an object, this includes everything inside. */
  readonly replaces?: boolean;
  /** Never printed, encrypted in state. */
  readonly secret?: boolean;
  /** An output that changes with every update. */
  readonly renewed?: boolean;
  /** The service's names that the field accepts, each in any case. */
  readonly values?: readonly string[];
  /** Part of no object: a change is recorded in state, where a later delete finds it, and nothing is sent. */
  readonly recorded?: boolean;
  /**
   * The API cannot change it. A program that changes it is told at preview, or replaces with `allowReplacement`. What somebody else
   * has changed is named in a warning, and nothing is done.
   */
  readonly fixed?: boolean;
  /** Only used at creation and in no answer: never compared with the tenant. A program that changes it is told as of `fixed`. */
  readonly writeOnly?: boolean;
  /** Any JSON, with members of any name: whether a live value is the declared one. */
  readonly json?: (live: unknown, declared: unknown) => boolean;
  /** A list in any order. */
  readonly unordered?: boolean;
  /** Two spellings are equal when their canonical forms are. Takes the program's and the service's form. */
  readonly canonical?: (value: string) => string;
  /** The form for the service. Default: as written. */
  readonly write?: (value: string, fieldContext: FieldContext) => string;
  /** The program's form of a value from the service, for a value that the program did not write. Default: unchanged. */
  readonly read?: (value: string) => string;
  /** The failure of a value of the right type, with what to write instead. */
  readonly refuse?: (value: string, fieldContext: FieldContext) => string | undefined;
  /**
   * What leaving an optional field out means: "cleared" (it is managed: the live value is to be empty) or "computed"
   * (the service decides, and it is never compared).
   */
  readonly absent?: "cleared" | "computed";
}

/** The words of every schema that a word function created. */
export const fieldWords = z.registry<FieldWords>();

const declare = <S extends z.ZodType>(schema: S, words: FieldWords): S => {
  fieldWords.add(schema, words);
  return schema;
};

const lower = (value: string): string => value.toLowerCase();

/** Text, compared to the letter. */
export const text = (words: FieldWords = {}) => declare(z.string("must be text").min(1, "must not be empty"), words);

/** Text that may be empty. */
export const anyText = (words: FieldWords = {}) => declare(z.string("must be text"), words);

/** A GUID, compared without regard to case. */
export const guid = (words: FieldWords = {}) =>
  declare(
    z.string("must be a GUID").regex(guidPattern, "must be a GUID, such as 00000000-0000-4000-8000-000000000001"),
    { canonical: lower, write: lower, ...words },
  );

/** Text, compared without regard to case. */
export const caseless = (words: FieldWords = {}) => text({ canonical: lower, ...words });

/** An id of any form, such as that of an environment, compared in any case. An id with a missing value is refused. */
export const id = (words: FieldWords = {}) => caseless({ refuse: placeholderProblem, ...words });

/** Id of an environment: a GUID, or a text such as `Default-{tenantId}`; any case is the same. */
export const environmentId = (words: FieldWords = {}) =>
  id({ write: (value) => (isGuid(value) ? lower(value) : value), ...words });

/** The name of an Azure resource or resource group: any case is the same. */
export const azureName = caseless;

/** The name of an Azure resource group, without its path; any case is the same. */
export const resourceGroupName = (words: FieldWords = {}) =>
  azureName({
    refuse: (value) =>
      value.includes("/")
        ? `must be the name of the resource group alone, not its path: write ${value.split("/").filter(Boolean).at(-1) ?? "the name"}`
        : undefined,
    ...words,
  });

/** A geography of Power Platform such as `europe`: case and spaces do not matter, the service gets lower case without them. */
export const location = (words: FieldWords = {}) =>
  text({ canonical: geographyName, write: geographyName, refuse: geographyProblem, ...words });

/** One of the service's names, in any case; `hints` explains values that people write by mistake. */
export const oneOf = <const V extends string>(
  values: readonly [V, ...V[]],
  words: FieldWords & { readonly hints?: Readonly<Record<string, string>> } = {},
) => {
  const { hints = {}, ...rest } = words;
  keepReadable(values);
  const find = (value: string): V | undefined => values.find((each) => lower(each) === lower(value));
  return declare(
    z.custom<V>((value) => typeof value === "string", "must be text"),
    {
      values,
      canonical: lower,
      write: (value) => find(value) ?? value,
      refuse: (value) => {
        if (find(value) !== undefined) return undefined;
        const hint = Object.entries(hints).find(([wrong]) => lower(wrong) === lower(value))?.[1];
        return `must be one of ${values.join(", ")}, not "${value}"${hint === undefined ? "" : `: ${hint}`}`;
      },
      ...rest,
    },
  );
};

/** True or false. */
export const flag = (words: FieldWords = {}) => declare(z.boolean("must be true or false"), words);

/** A whole number. */
export const integer = (words: FieldWords = {}) => declare(z.int("must be a whole number"), words);

/** A number, whole or not. */
export const number = (words: FieldWords = {}) => declare(z.number("must be a number"), words);

/** An amount: a whole number of 32 bits that is not negative. */
export const amount = (words: FieldWords = {}) => {
  const wrong = "must be a whole number from 0 to 2147483647";
  return declare(z.int32(wrong).min(0, wrong), words);
};

/** A point in time as the service writes it. */
export const timestamp = (words: FieldWords = {}) => text(words);

/** A map of names to any JSON. @param isSame whether a live value is the declared one */
export const json = (isSame: (live: unknown, declared: unknown) => boolean, words: FieldWords = {}) =>
  declare(z.record(z.string(), z.unknown(), "must be an object"), { json: isSame, ...words });

/** A group of fields; members that are not declared are refused. */
export const object = <S extends z.ZodRawShape>(shape: S, words: FieldWords = {}) =>
  declare(z.strictObject(shape), words);

/** A list of items of one type. */
export const list = <S extends z.ZodType>(item: S, words: FieldWords = {}) =>
  declare(z.array(item, "must be a list"), words);

/** Optional. If it is absent, the live value is cleared. */
export const clearedWhenAbsent = <S extends z.ZodType>(schema: S) => declare(schema.optional(), { absent: "cleared" });

/** Optional. If it is absent, the service decides and nothing is compared. */
export const computedWhenAbsent = <S extends z.ZodType>(schema: S) =>
  declare(schema.optional(), { absent: "computed" });
