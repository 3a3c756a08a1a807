export type Query = Readonly<Record<string, string>>;

/** A list of the API, and the member that tells its items apart. */
export interface Collection {
  readonly path: string;
  readonly query: Query;
  /** Member of an item that holds its id, or several with slashes between them; ids are equal in any case. */
  readonly idKey: string;
  /** An answer `{}` is the empty list. */
  readonly isEmptyObjectEmpty?: boolean;
}
