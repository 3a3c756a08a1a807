import { PowerPlatformError } from "./powerPlatformError";

/** The identity is known but may not do this (403). `serviceMessage` holds the reason that the service gave. */
export class ForbiddenError extends PowerPlatformError {}
