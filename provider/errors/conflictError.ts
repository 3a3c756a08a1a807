import { PowerPlatformError } from "./powerPlatformError";

/** The state of the object does not allow this (409, 412). */
export class ConflictError extends PowerPlatformError {}
