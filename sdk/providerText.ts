import type { Kind } from "../provider/resources";

/**
 * The constant input by which Pulumi's dynamic-provider process finds our code. It means what Pulumi's closure serializer
 * writes for a provider that captures nothing. It is in every state file: neither the text, nor the name of the export,
 * nor the kinds may ever change.
 */
export const providerText = (kind: Kind): string =>
  `exports.handler = () => require("pulumi-power-platform/dynamic").provider("${kind}");`;
