/** A billing policy as programs declare it. */
export const policy = {
  name: "payg-sales",
  location: "europe",
  billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-sales" },
};
