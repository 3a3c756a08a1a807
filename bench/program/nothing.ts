import { CustomResource, type CustomResourceOptions } from "@pulumi/pulumi";

/** Written by hand, so the floor does not include Pulumi's closure serializer either. */
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

type Args = Readonly<Record<string, unknown>>;

const undeclared = (properties: readonly string[]): Record<string, undefined> =>
  Object.fromEntries(properties.map((property) => [property, undefined]));

/** A dynamic resource with these properties and a provider that does nothing: the cost of Pulumi itself. */
export class Nothing extends CustomResource {
  constructor(name: string, properties: readonly string[], args: Args, options?: CustomResourceOptions) {
    const inputs = { ...undeclared(properties), ...args, __provider: providerText };
    super("pulumi-nodejs:dynamic/bench:Nothing", name, inputs, options);
  }
}

/** The same of a plugin that does nothing. */
export class NothingOfPlugin extends CustomResource {
  constructor(name: string, properties: readonly string[], args: Args, options?: CustomResourceOptions) {
    super("nothing:index:Nothing", name, { ...undeclared(properties), ...args }, options);
  }
}
