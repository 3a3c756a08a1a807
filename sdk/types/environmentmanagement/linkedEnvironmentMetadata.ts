// Made from provider/resources/environmentmanagement/linkedEnvironmentMetadata.ts by `npm run generate`; a test says when it is not current.

import type { EnvironmentRequestCurrency } from "./environmentRequestCurrency";

/** Dataverse of a new environment, as `LinkedEnvironmentMetadata` of the reference has it. */
export interface LinkedEnvironmentMetadata {
  /** Language of Dataverse as an LCID, such as 1033; `getLanguages` lists them. Only used at creation. */
  readonly baseLanguageCode: number | undefined;
  /** Currency of Dataverse. Only used at creation. */
  readonly currency: EnvironmentRequestCurrency | undefined;
  /**
   * First part of the host name of Dataverse. The service keeps it unique, so where it is declared it alone says which
   * environment is meant. Set at creation: the API cannot change it.
   */
  readonly domainName: string | undefined;
  /** Entra group whose members may use the environment. Set at creation: the API cannot change it. */
  readonly securityGroupId: string | undefined;
  /**
   * Names of the templates of Dataverse, such as `D365_Sales`; `getTemplates` lists them. Only used at creation.
   */
  readonly templates: string[] | undefined;
}
