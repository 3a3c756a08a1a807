// Made from provider/functions/environmentmanagement/templates.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getTemplates}. */
export interface GetTemplatesArgs {
  /** Location such as `europe`. */
  location: string;
  /** Name such as `D365_Sales`. */
  name?: string | undefined;
}

/** Why it cannot be used there. */
export interface ListedTemplateAvailabilityDisabledReason {
  /** The service's code. */
  readonly code: string | undefined;
  /** The service's words. */
  readonly message: string | undefined;
}

/** For which kinds of environments it can be used. */
export interface ListedTemplateAvailability {
  /** Such as `Sandbox`. */
  readonly environmentSku: string | undefined;
  /** Whether it cannot be used there. */
  readonly isDisabled: boolean | undefined;
  /** Why it cannot be used there. */
  readonly disabledReason: ListedTemplateAvailabilityDisabledReason | undefined;
}

/** An item of {@link getTemplates}. */
export interface ListedTemplate {
  /** Name such as `D365_Sales`, which `templates` of an environment takes. */
  readonly name: string | undefined;
  /** Name for people. */
  readonly displayName: string | undefined;
  /** Whether it is an application of customer engagement. */
  readonly isCustomerEngagement: boolean | undefined;
  /** Whether a reset can use it. */
  readonly isSupportedForResetOperation: boolean | undefined;
  /** For which kinds of environments it can be used. */
  readonly availability: ListedTemplateAvailability[] | undefined;
}
