// Made from provider/functions/environmentmanagement/languages.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getLanguages}. */
export interface GetLanguagesArgs {
  /** Location such as `europe`. */
  location: string;
  /** Locale id such as 1033. */
  localeId?: number | undefined;
  /** Whether it is the tenant's default. */
  isTenantDefault?: boolean | undefined;
}

/** An item of {@link getLanguages}. */
export interface ListedLanguage {
  /** Locale id such as 1033, which `baseLanguageCode` of an environment takes. */
  readonly localeId: number | undefined;
  /** Name for people. */
  readonly localizedName: string | undefined;
  /** Whether it is the tenant's default. */
  readonly isTenantDefault: boolean | undefined;
}
