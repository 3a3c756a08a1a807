// Made from provider/functions/licensing/storageWarnings.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getStorageWarnings}. */
export interface GetStorageWarningsArgs {
  /** Category of storage. The values are not published. */
  storageCategory?: string | undefined;
  /** Entity of that category. */
  entityName?: string | undefined;
}

/** From which amounts on it warns. */
export interface ListedStorageWarningThresholds {
  /** Category of storage. */
  readonly storageCategory: string | undefined;
  /** Entity of that category. */
  readonly storageEntity: string | undefined;
  /** Amount in MB. */
  readonly thresholdInMB: number | undefined;
  /** Key of the text that is shown. */
  readonly warningMessageConstKey: string | undefined;
}

/** An item of {@link getStorageWarnings}. */
export interface ListedStorageWarning {
  /** Whether it warns. */
  readonly isActive: boolean | undefined;
  /** Category of storage. */
  readonly storageCategory: string | undefined;
  /** Entity of that category. */
  readonly storageEntity: string | undefined;
  /** From which amounts on it warns. */
  readonly thresholds: ListedStorageWarningThresholds[] | undefined;
}
