import type { Session } from "./session";

/** Answers one method of Pulumi's provider protocol. */
export type Method = (request: never, session: Session) => unknown;

/** By the method's name in the protocol. */
export type Methods = Readonly<Record<string, Method>>;
