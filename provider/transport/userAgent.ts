import { version } from "../version";

/** `pulumi-power-platform/<version>`. */
export const userAgent = `pulumi-power-platform/${version}`;
