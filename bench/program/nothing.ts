import { CustomResource } from "@pulumi/pulumi";

/** Written by hand, so that the floor does not pay for Pulumi's serializer of closures either. */
const providerText = `exports.handler = () => {
  const text = ({ __provider, ...values }) => JSON.stringify(values);
  return {
    check: async (olds, news) => ({ inputs: news, failures: [] }),
    diff: async (id, olds, news) => ({ changes: text(olds) !== text(news), replaces: [], deleteBeforeReplace: false }),
    create: async (inputs) => ({ id: "nothing", outs: inputs }),
    read: async (id, outs) => ({ id, props: outs }),
    update: async (id, olds, news) => ({ outs: news }),
    delete: async () => {},
  };
};`;

/** A dynamic resource with these properties whose provider does nothing: what Pulumi itself costs. */
export class Nothing extends CustomResource {
  constructor(name: string, properties: readonly string[], args: Readonly<Record<string, unknown>>) {
    const declared = Object.fromEntries(properties.map((property) => [property, undefined]));
    super("pulumi-nodejs:dynamic/bench:Nothing", name, { ...declared, ...args, __provider: providerText });
  }
}
