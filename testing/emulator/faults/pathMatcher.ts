/** A test for paths from a glob, ignoring case: `*` stays within a segment, `**` crosses segments. */
export function globMatcher(glob: string): (path: string) => boolean {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")));
  return patternMatcher(`^${source.join("")}/*$`);
}

/** A test for paths from the source of a regular expression, ignoring case. */
export function patternMatcher(source: string): (path: string) => boolean {
  const regExp = new RegExp(source, "i");
  return (path) => regExp.test(path);
}
