/** Now, as states record it. */
export function timestamp(): string {
  return new Date().toISOString();
}
