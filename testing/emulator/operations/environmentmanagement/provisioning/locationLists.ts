import { answer } from "../../../answer";
import type { Call } from "../../../call";
import { param } from "../../../call";
import { refuse } from "../../../refusal";
import type { OperationHandler } from "../../operationHandler";
import type { Location } from "./locations";
import { currencies, languages, locations, templates } from "./locations";

/** A tenant in Region mode answers `collection` alone (recorded). */
const listProvisioningLocations: OperationHandler = () =>
  answer(200, {
    collection: locations.map(({ name, displayName, code }, index) => ({
      name,
      displayName,
      code,
      isDefault: index === 0,
      isDisabled: false,
      canProvisionDatabase: true,
      hasFirstReleaseIslandAvailableForProvisioning: index === 0,
    })),
  });

/** A list that belongs to one location; 404 for a location that does not exist. */
const listAt =
  (collectionOf: (location: Location) => readonly object[]): OperationHandler =>
  (call: Call) => {
    const name = param(call, "location");
    const location = locations.find((known) => known.name === name.toLowerCase());
    if (location !== undefined) return answer(200, { collection: collectionOf(location) });
    return refuse(call, 404, {
      code: "LocationNotFound",
      message: `The location '${name}' could not be found.`,
    });
  };

export const locationOperations = {
  listProvisioningLocations,
  listProvisioningCurrencies: listAt(({ currency }) =>
    currencies.map((known) => ({ ...known, isTenantDefault: known.code === currency })),
  ),
  listProvisioningLanguages: listAt(({ language }) =>
    languages.map((known) => ({ ...known, isTenantDefault: known.localeId === language })),
  ),
  listProvisioningTemplates: listAt(() => templates),
};
