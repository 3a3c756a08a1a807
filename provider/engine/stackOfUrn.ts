/** Project and stack of a URN, `project/stack`. `undefined` for any other text. */
export function stackOfUrn(urn: string): string | undefined {
  const [, stack, project] = /^urn:pulumi:(.+?)::(.+?)::/.exec(urn) ?? [];
  return stack === undefined || project === undefined ? undefined : `${project}/${stack}`;
}
