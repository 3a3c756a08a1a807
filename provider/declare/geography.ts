/** Azure regions by the geography of Power Platform that they are in: people know the region's name, and the service wants the other. */
const regions: Readonly<Record<string, string>> = {
  asia: "eastasia southeastasia",
  australia: "australiacentral australiacentral2 australiaeast australiasoutheast",
  canada: "canadacentral canadaeast",
  europe: "northeurope westeurope",
  france: "francecentral francesouth",
  germany: "germanynorth germanywestcentral",
  india: "centralindia jioindiacentral jioindiawest southindia westindia",
  italy: "italynorth",
  japan: "japaneast japanwest",
  korea: "koreacentral koreasouth",
  norway: "norwayeast norwaywest",
  poland: "polandcentral",
  southafrica: "southafricanorth southafricawest",
  southamerica: "brazilsouth brazilsoutheast",
  sweden: "swedencentral swedensouth",
  switzerland: "switzerlandnorth switzerlandwest",
  unitedarabemirates: "uaecentral uaenorth",
  unitedkingdom: "uksouth ukwest",
  unitedstates: "centralus eastus eastus2 northcentralus southcentralus westcentralus westus westus2 westus3",
};

/** Lower case without spaces, as the service writes a geography. */
export const geographyName = (value: string): string => value.toLowerCase().replace(/[\s_-]+/g, "");

/** The failure of a geography that is an Azure region. An unknown name may be a new geography. */
export function geographyProblem(value: string): string | undefined {
  const isIn = (names: string): boolean => names.split(" ").includes(geographyName(value));
  const geography = Object.keys(regions).find((each) => isIn(regions[each] ?? ""));
  return geography === undefined
    ? undefined
    : `"${value}" is an Azure region; a geography of Power Platform is needed: write ${geography}`;
}
