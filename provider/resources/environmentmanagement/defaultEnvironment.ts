import type { Expectation } from "../../declare/expectation";
import { quoted } from "../../declare/quoted";

const isDefault = (sku: unknown): boolean => String(sku).toLowerCase() === "default";

/** A tenant has one default environment from its beginning: a program can only adopt it, and has to name that one. */
export const theDefaultEnvironment = (environments: string): Expectation => ({
  of: ["environmentSku", "displayName", "location"],
  async judge({ environmentSku, displayName, location }, tenant) {
    if (!isDefault(environmentSku)) return undefined;
    const live = (await tenant.items(environments)).find(({ type }) => isDefault(type));
    if (live === undefined) return undefined;
    const isNamed = live.displayName === displayName;
    const isThere = typeof location !== "string" || location.toLowerCase() === String(live.geo).toLowerCase();
    if (isNamed && isThere) return undefined;
    return {
      property: isNamed ? "location" : "displayName",
      reason: `a tenant has one default environment, and nobody can make another: the one of this tenant is ${quoted(live.displayName)} in ${String(live.geo)}. Write its name and location, and \`adopt: true\``,
    };
  },
});
