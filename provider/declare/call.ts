import type { Place } from "./place";
import type { Values } from "./plainValues";

/** A write of the API that is not plain REST of a collection: adding a member, enabling a feature, dropping a rule. */
export interface Call {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the endpoint, with encoded segments. `values` are the inputs, or the outputs where it undoes something. */
  readonly path: (place: Place, values: Values) => string;
  /** Sent as JSON. Default: no body. */
  readonly body?: (place: Place, values: Values) => Values;
  /** A POST or PATCH that may be carried out twice without changing more than once. PUT and DELETE always may. Default: false. */
  readonly isReplaySafe?: boolean;
  /** Default: the version of the kind. */
  readonly apiVersion?: string;
  /**
   * The API can check the call without executing it (`ValidateOnly=true`), which is asked before it is sent: its answers are not
   * published, and a preview changes nothing, so a preview does not ask. Default: false.
   */
  readonly isCheckedFirst?: boolean;
  /**
   * The call is accepted and carried out later, as an operation of this environment. Operations of one environment take turns.
   * Default: it is done when it is answered, or the answer says where its operation is.
   */
  readonly operation?: { readonly environmentId: (place: Place, values: Values) => string };
}
