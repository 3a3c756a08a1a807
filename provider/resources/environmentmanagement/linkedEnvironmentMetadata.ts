import { computedWhenAbsent, guid, integer, list, object, text } from "../../declare/fields";
import { environmentRequestCurrency } from "./environmentRequestCurrency";

/** Dataverse of a new environment, as `LinkedEnvironmentMetadata` of the reference has it. */
export const linkedEnvironmentMetadata = () =>
  object(
    {
      /** Language of Dataverse as an LCID, such as 1033; `getLanguages` lists them. Only used at creation. */
      baseLanguageCode: computedWhenAbsent(integer()),
      /** Currency of Dataverse. Only used at creation. */
      currency: computedWhenAbsent(environmentRequestCurrency()),
      /**
       * First part of the host name of Dataverse. The service keeps it unique, so where it is declared it alone says which
       * environment is meant. Set at creation: the API cannot change it.
       */
      domainName: computedWhenAbsent(text({ canonical: (value) => value.toLowerCase(), fixed: true })),
      /** Entra group whose members may use the environment. Set at creation: the API cannot change it. */
      securityGroupId: computedWhenAbsent(guid({ fixed: true })),
      /** Names of the templates of Dataverse, such as `D365_Sales`; `getTemplates` lists them. Only used at creation. */
      templates: computedWhenAbsent(list(text(), { unordered: true })),
    },
    { writeOnly: true },
  );
