import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";

import type { Change } from "../lifecycle/compare";
import { isSame } from "../lifecycle/fieldTree";
import { isEmpty, type Values, valueAt } from "../lifecycle/plainValues";

const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;

/** A change of one property as the engine shows it: by path, with what it does to the object. */
export function propertyDiff(change: Change, oldInputs: Values): PropertyDiff {
  const diff = new PropertyDiff();
  diff.setKind(kindOf(change));
  // Else the program has stayed as it is, and the object has changed.
  diff.setInputdiff(!isSame(change.node, valueAt(oldInputs, change.path), change.declared));
  return diff;
}

function kindOf({ live, declared, replaces }: Change): PropertyDiff.Kind {
  if (isEmpty(live)) return replaces ? ADD_REPLACE : ADD;
  if (isEmpty(declared)) return replaces ? DELETE_REPLACE : DELETE;
  return replaces ? UPDATE_REPLACE : UPDATE;
}
