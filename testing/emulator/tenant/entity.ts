/** Any stored object: plain JSON, with room for members the contract does not list. */
export type Entity = Record<string, unknown>;

/** Members to set; `undefined` clears one. Or a function that changes the copy it is given. */
export type Change<T> = { [Member in keyof T]?: T[Member] | undefined } | ((entity: T) => T | undefined);

/** GUIDs, environment ids and scopes are compared without regard to case. */
export const fold = (id: unknown): string => String(id).toLowerCase();

export const isSameId = (one: unknown, other: unknown): boolean => one === other || fold(one) === fold(other);
