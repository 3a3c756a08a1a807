import { type Change, isSame, isUnchangeable } from "./compare";
import { type FieldNode, walk } from "./fieldTree";
import { containsUnknown, isValues, type Values, valueAt } from "./plainValues";

/** An object as the tenant has it, as state records it, and as the program declares it. */
export interface Sides {
  readonly live: Values;
  readonly olds: Values;
  readonly news: Values;
}

/** Where the program, the state and the tenant differ in what the API cannot change. */
export interface Unchangeable {
  /** The program declares something else than it did. */
  readonly changed: readonly Change[];
  /** Somebody else has changed it in the tenant. */
  readonly drifted: readonly Change[];
  /**
   * The tenant has what the program declares, and state does not; or it is not known yet what the program declares, or what an
   * imported object was created with.
   */
  readonly unrecorded: readonly Change[];
}

/** Finds differences in what the API takes at creation only. State has these values as the program declared them. */
export function unchangeable(fields: readonly FieldNode[], sides: Sides): Unchangeable {
  const found = leaves(fields, sides.news).map(({ node, path }) => judge(node, path, sides));
  const of = (verdict: Verdict): readonly Change[] =>
    found.filter((each) => each.verdict === verdict).map(({ change }) => change);
  return { changed: of("changed"), drifted: of("drifted"), unrecorded: of("unrecorded") };
}

type Verdict = "same" | keyof Unchangeable;

function judge(node: FieldNode, path: string, { live, olds, news }: Sides): { verdict: Verdict; change: Change } {
  const [declared, recorded] = [valueAt(news, path), valueAt(olds, path)];
  const current = node.writeOnly === true ? recorded : valueAt(live, path);
  const change: Change = { path, node, live: current, declared, replaces: true };
  const isLeft = (declared === undefined || declared === null) && node.writeOnly !== true;
  if (isLeft) return { verdict: "same", change };
  // It may be what it was: nothing is refused before it is known.
  if (containsUnknown(declared)) return { verdict: "unrecorded", change };
  const isRecorded = isSame(node, recorded, declared);
  if (node.writeOnly === true) {
    return { verdict: isRecorded ? "same" : olds.imported === true ? "unrecorded" : "changed", change };
  }
  if (isSame(node, current, declared)) return { verdict: isRecorded ? "same" : "unrecorded", change };
  return { verdict: isRecorded ? "drifted" : "changed", change };
}

/** The live object together with what no answer has, as state records it. */
export const withRecorded = (fields: readonly FieldNode[], live: Values, olds: Values): Values =>
  leaves(fields, olds)
    .filter(({ node, path }) => node.writeOnly === true && valueAt(olds, path) !== undefined)
    .reduce((known, { path }) => put(known, path.split("."), valueAt(olds, path)), live);

function put(values: Values, [name = "", ...rest]: readonly string[], value: unknown): Values {
  const inside = values[name];
  return { ...values, [name]: rest.length === 0 ? value : put(isValues(inside) ? inside : {}, rest, value) };
}

/** The fields without members inside, with their paths. */
function leaves(
  fields: readonly FieldNode[],
  declared: Values,
): readonly { readonly node: FieldNode; readonly path: string }[] {
  const found: { readonly node: FieldNode; readonly path: string }[] = [];
  walk(fields, [declared], (node, [value], inside, path) => {
    if (node.children !== undefined && !containsWhole(value)) return inside();
    if (isUnchangeable(node)) found.push({ node, path });
    return undefined;
  });
  return found;
}

/** The whole object is unknown yet. */
const containsWhole = (value: unknown): boolean => !isValues(value) && containsUnknown(value);
