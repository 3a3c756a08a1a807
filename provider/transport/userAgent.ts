import { readFileSync } from "node:fs";
import { join } from "node:path";

let version: string | undefined;

/** `pulumi-power-platform/<version>`. */
export function userAgent(): string {
  // From dist/provider/transport to the package's own root.
  version ??= versionIn(readFileSync(join(__dirname, "..", "..", "..", "package.json"), "utf8"));
  return `pulumi-power-platform/${version}`;
}

function versionIn(packageJson: string): string {
  const parsed: unknown = JSON.parse(packageJson);
  const isNamed = typeof parsed === "object" && parsed !== null && "version" in parsed;
  return isNamed ? String(parsed.version) : "0.0.0";
}
