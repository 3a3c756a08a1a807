import type { Deployment } from "pulumi-power-platform-testing";

/** What is the writer's own: when something was made. */
const writersOwn: readonly string[] = ["created", "modified"];

/** A state without what is the writer's own, in an order that means nothing: what we and the program have put into it. */
export const owned = ({ deployment }: Deployment): readonly object[] =>
  (deployment.resources ?? [])
    .map((resource) => {
      const { id, provider, ...rest } = resource;
      const isProvider = resource.type.startsWith("pulumi:providers:");
      return {
        ...withoutOrder(rest),
        // An instance of a provider has a random id.
        ...(provider === undefined ? {} : { provider: provider.replace(/::[^:]*$/, "") }),
        ...(isProvider || id === undefined ? {} : { id }),
      };
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Members sorted by name, and lists of URNs too; what is empty is as good as absent. */
function withoutOrder(members: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<unknown>({ ...members })
      .filter(([name, value]) => !writersOwn.includes(name) && !isEmpty(value))
      .map(([name, value]) => [name, name === "dependencies" ? [...(value as string[])].sort() : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
