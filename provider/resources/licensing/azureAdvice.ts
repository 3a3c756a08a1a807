import type { CodeAdvice } from "../../declare/define";
import { isValues, type Values } from "../../declare/plainValues";

/**
 * What to do about refusals of Azure, which the service passes on: it makes an account in the subscription and the resource group
 * of the billing instrument, in the name of the caller. Codes: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
const grant = (values: Values, callerId = "<object id>"): string => {
  const { subscription, resourceGroup } = placeOf(values);
  const scope = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
  return (
    "It needs the role Contributor in Azure, in the subscription and resource group of the billing instrument: " +
    `\`az role assignment create --assignee ${callerId} --role Contributor --scope ${scope}\`. ` +
    `If the text above is about register/action, somebody with rights in the whole subscription runs ${registerCommand(values)} once`
  );
};

const register = (values: Values): string =>
  `The subscription is not registered for Power Platform. Run ${registerCommand(values)}, and again \`pulumi up\` when \`az provider show -n Microsoft.PowerPlatform\` says Registered`;

const registerCommand = (values: Values): string =>
  `\`az provider register -n Microsoft.PowerPlatform --subscription ${placeOf(values).subscription}\``;

const missingGroup = (values: Values): string => {
  const { subscription, resourceGroup } = placeOf(values);
  return `The resource group does not exist. Check billingInstrument, or make it: \`az group create --name ${resourceGroup} --subscription ${subscription} --location <Azure region>\``;
};

export const azureAdvice: CodeAdvice = {
  LinkedAuthorizationFailed: grant,
  AuthorizationFailed: grant,
  MissingSubscriptionRegistration: register,
  SubscriptionNotRegistered: register,
  NoRegisteredProviderFound: register,
  ResourceGroupNotFound: missingGroup,
  SubscriptionNotFound: (values) =>
    `The subscription ${placeOf(values).subscription} does not exist in the caller's directory, or the caller may not see it. \`az account list --all\` shows those it sees`,
};

function placeOf({ billingInstrument }: Values): {
  readonly subscription: string;
  readonly resourceGroup: string;
} {
  const instrument = isValues(billingInstrument) ? billingInstrument : {};
  const { subscriptionId = "<subscription id>", resourceGroup = "<resource group>" } = instrument;
  return { subscription: String(subscriptionId), resourceGroup: String(resourceGroup) };
}
