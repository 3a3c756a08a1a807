/** Project and stack that a URN names, `project/stack`; `undefined` when it is none. */
export function stackOfUrn(urn: string): string | undefined {
  const [, stack, project] = /^urn:pulumi:(.+?)::(.+?)::/.exec(urn) ?? [];
  return stack === undefined || project === undefined ? undefined : `${project}/${stack}`;
}
