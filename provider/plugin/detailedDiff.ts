import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";

import { type Change, isSame } from "../declare/compare";
import { isEmpty, valueAt, type Values } from "../declare/plainValues";

const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;

/** A change of one property as the engine shows it: by path, with what it does to the object. */
export function propertyDiff(change: Change, oldInputs: Values): PropertyDiff {
  const diff = new PropertyDiff();
  diff.setKind(kindOf(change));
  diff.setInputdiff(isOfProgram(change, valueAt(oldInputs, change.path)));
  return diff;
}

/** Otherwise the program did not change, or did not declare the property before. The engine then shows the live value on the left. */
function isOfProgram({ node, live, declared }: Change, before: unknown): boolean {
  const wasLeftToService = before === undefined && !isEmpty(live);
  return !wasLeftToService && !isSame(node, before, declared);
}

function kindOf({ live, declared, replaces }: Change): PropertyDiff.Kind {
  if (isEmpty(live)) return replaces ? ADD_REPLACE : ADD;
  if (isEmpty(declared)) return replaces ? DELETE_REPLACE : DELETE;
  return replaces ? UPDATE_REPLACE : UPDATE;
}
