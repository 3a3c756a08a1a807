import { lifecycleCall, setMembers } from "./lifecycleCall";

/** Skus of environments that the service makes itself. */
const fixedSkus = ["Default", "Teams", "Platform"];

/** Which changes are allowed is not published: here all but to and from the skus that the service makes itself. */
const modifyEnvironmentSku = lifecycleCall({
  name: "ModifySku",
  effect: (call) => setMembers({ type: String(call.body.environmentSku) }),
  obstacle: ({ type }, call) => {
    const wanted = String(call.body.environmentSku);
    if (type === wanted) return { code: "SkuUnchanged", isUnchanged: true };
    const fixed = fixedSkus.find((sku) => sku === type || sku === wanted);
    if (fixed === undefined) return undefined;
    const message = `The SKU cannot be changed from ${String(type)} to ${wanted}.`;
    return { code: "ValidationFailed", field: "environmentSku", message };
  },
});

export const skuOperations = { modifyEnvironmentSku };
