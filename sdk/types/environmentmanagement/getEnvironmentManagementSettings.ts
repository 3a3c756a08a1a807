// Made from provider/functions/environmentmanagement/getEnvironmentManagementSettings.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getEnvironmentManagementSettings}. */
export interface GetEnvironmentManagementSettingsArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
  /**
   * Names of the settings to answer, separated by commas, such as `powerApps_AllowCodeApps`. Left out, all are answered.
   */
  select?: string | undefined;
}

/** What {@link getEnvironmentManagementSettings} answers. */
export interface GetEnvironmentManagementSettingsResult {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: string;
  /** IP ranges that storage access signatures are valid for, separated by commas. */
  readonly allowedIpRangeForStorageAccessSignatures: string | undefined;
  /** Whether storage access signatures are bound to IP addresses. */
  readonly enableIpBasedStorageAccessSignatureRule: boolean | undefined;
  /** How storage access signatures are bound to IP addresses; the reference does not name the numbers. */
  readonly ipBasedStorageAccessSignatureMode: number | undefined;
  /** Whether uses of storage access signatures from other addresses are logged. */
  readonly loggingEnabledForIpBasedStorageAccessSignature: boolean | undefined;
  /** Copilot Studio: whether agents may run code that they write. */
  readonly copilotStudio_CodeInterpreter: boolean | undefined;
  /** Copilot Studio: applications that computer use may open. */
  readonly copilotStudio_ComputerUseAppAllowlist: string | undefined;
  /** Copilot Studio: whether computer use may sign in with stored credentials. */
  readonly copilotStudio_ComputerUseCredentialsAllowed: boolean | undefined;
  /** Copilot Studio: whether computer use may run on shared machines. */
  readonly copilotStudio_ComputerUseSharedMachines: boolean | undefined;
  /** Copilot Studio: web sites that computer use may open. */
  readonly copilotStudio_ComputerUseWebAllowlist: string | undefined;
  /** Copilot Studio: whether agents may call other agents. */
  readonly copilotStudio_ConnectedAgents: boolean | undefined;
  /** Copilot Studio: whether conversations are written to the audit log. */
  readonly copilotStudio_ConversationAuditLoggingEnabled: boolean | undefined;
  /** Dynamics 365 Customer Service: whether AI agents are on. */
  readonly d365CustomerService_AIAgents: boolean | undefined;
  /** Dynamics 365 Customer Service: whether Copilot is on. */
  readonly d365CustomerService_Copilot: boolean | undefined;
  /** Power Apps: whether code apps may be made and run. Its name on the wire is recorded. */
  readonly powerApps_AllowCodeApps: boolean | undefined;
  /** Power Apps: whether views may be shown as charts by AI. */
  readonly powerApps_ChartVisualization: boolean | undefined;
  /** Power Apps: whether apps have the Copilot chat. */
  readonly powerApps_CopilotChat: boolean | undefined;
  /** Power Apps: whether forms show insights by AI. */
  readonly powerApps_EnableFormInsights: boolean | undefined;
  /** Power Apps: whether AI fills in forms by itself. */
  readonly powerApps_FormPredictAutomatic: boolean | undefined;
  /** Power Apps: whether AI fills in forms from the clipboard. */
  readonly powerApps_FormPredictSmartPaste: boolean | undefined;
  /** Power Apps: whether views can be searched in natural language. */
  readonly powerApps_NLSearch: boolean | undefined;
  /** Power Pages: sites whose forms have AI help. */
  readonly powerPages_AllowIntelligentFormsCopilotForSites: string | undefined;
  /** Power Pages: sites whose lists are summarised by AI. */
  readonly powerPages_AllowListSummaryCopilotForSites: string | undefined;
  /** Power Pages: whether makers have Copilot in sites that exist. */
  readonly powerPages_AllowMakerCopilotsForExistingSites: string | undefined;
  /** Power Pages: whether makers have Copilot in new sites. */
  readonly powerPages_AllowMakerCopilotsForNewSites: string | undefined;
  /** Power Pages: whether sites that are not in production may be public. */
  readonly powerPages_AllowNonProdPublicSites: string | undefined;
  /** Power Pages: sites that may be public all the same. */
  readonly powerPages_AllowNonProdPublicSites_Exemptions: string | undefined;
  /** Power Pages: whether professional developers have Copilot in this environment. */
  readonly powerPages_AllowProDevCopilotsForEnvironment: string | undefined;
  /** Power Pages: sites in which professional developers have Copilot. */
  readonly powerPages_AllowProDevCopilotsForSites: string | undefined;
  /** Power Pages: sites whose search is summarised by AI. */
  readonly powerPages_AllowSearchSummaryCopilotForSites: string | undefined;
  /** Power Pages: sites that have a Copilot for visitors. */
  readonly powerPages_AllowSiteCopilotForSites: string | undefined;
  /** Power Pages: sites that may call the summarisation API. */
  readonly powerPages_AllowSummarizationAPICopilotForSites: string | undefined;
  /** Tenant of the environment. */
  readonly tenantId: string | undefined;
}
