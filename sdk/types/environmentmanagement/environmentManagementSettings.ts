// Made from provider/resources/environmentmanagement/environmentManagementSettings.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { SettingResourceArgs } from "../resourceArgs";

/** What a program says of {@link EnvironmentManagementSettings}. */
export interface EnvironmentManagementSettingsArgs extends SettingResourceArgs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
  /** IP ranges that storage access signatures are valid for, separated by commas. */
  allowedIpRangeForStorageAccessSignatures?: Input<string> | undefined;
  /** Whether storage access signatures are bound to IP addresses. */
  enableIpBasedStorageAccessSignatureRule?: Input<boolean> | undefined;
  /** How storage access signatures are bound to IP addresses; the reference does not name the numbers. */
  ipBasedStorageAccessSignatureMode?: Input<number> | undefined;
  /** Whether uses of storage access signatures from other addresses are logged. */
  loggingEnabledForIpBasedStorageAccessSignature?: Input<boolean> | undefined;
  /** Copilot Studio: whether agents may run code that they write. */
  copilotStudio_CodeInterpreter?: Input<boolean> | undefined;
  /** Copilot Studio: applications that computer use may open. */
  copilotStudio_ComputerUseAppAllowlist?: Input<string> | undefined;
  /** Copilot Studio: whether computer use may sign in with stored credentials. */
  copilotStudio_ComputerUseCredentialsAllowed?: Input<boolean> | undefined;
  /** Copilot Studio: whether computer use may run on shared machines. */
  copilotStudio_ComputerUseSharedMachines?: Input<boolean> | undefined;
  /** Copilot Studio: web sites that computer use may open. */
  copilotStudio_ComputerUseWebAllowlist?: Input<string> | undefined;
  /** Copilot Studio: whether agents may call other agents. */
  copilotStudio_ConnectedAgents?: Input<boolean> | undefined;
  /** Copilot Studio: whether conversations are written to the audit log. */
  copilotStudio_ConversationAuditLoggingEnabled?: Input<boolean> | undefined;
  /** Dynamics 365 Customer Service: whether AI agents are on. */
  d365CustomerService_AIAgents?: Input<boolean> | undefined;
  /** Dynamics 365 Customer Service: whether Copilot is on. */
  d365CustomerService_Copilot?: Input<boolean> | undefined;
  /** Power Apps: whether code apps may be made and run. Its name on the wire is recorded. */
  powerApps_AllowCodeApps?: Input<boolean> | undefined;
  /** Power Apps: whether views may be shown as charts by AI. */
  powerApps_ChartVisualization?: Input<boolean> | undefined;
  /** Power Apps: whether apps have the Copilot chat. */
  powerApps_CopilotChat?: Input<boolean> | undefined;
  /** Power Apps: whether forms show insights by AI. */
  powerApps_EnableFormInsights?: Input<boolean> | undefined;
  /** Power Apps: whether AI fills in forms by itself. */
  powerApps_FormPredictAutomatic?: Input<boolean> | undefined;
  /** Power Apps: whether AI fills in forms from the clipboard. */
  powerApps_FormPredictSmartPaste?: Input<boolean> | undefined;
  /** Power Apps: whether views can be searched in natural language. */
  powerApps_NLSearch?: Input<boolean> | undefined;
  /** Power Pages: sites whose forms have AI help. */
  powerPages_AllowIntelligentFormsCopilotForSites?: Input<string> | undefined;
  /** Power Pages: sites whose lists are summarised by AI. */
  powerPages_AllowListSummaryCopilotForSites?: Input<string> | undefined;
  /** Power Pages: whether makers have Copilot in sites that exist. */
  powerPages_AllowMakerCopilotsForExistingSites?: Input<string> | undefined;
  /** Power Pages: whether makers have Copilot in new sites. */
  powerPages_AllowMakerCopilotsForNewSites?: Input<string> | undefined;
  /** Power Pages: whether sites that are not in production may be public. */
  powerPages_AllowNonProdPublicSites?: Input<string> | undefined;
  /** Power Pages: sites that may be public all the same. */
  powerPages_AllowNonProdPublicSites_Exemptions?: Input<string> | undefined;
  /** Power Pages: whether professional developers have Copilot in this environment. */
  powerPages_AllowProDevCopilotsForEnvironment?: Input<string> | undefined;
  /** Power Pages: sites in which professional developers have Copilot. */
  powerPages_AllowProDevCopilotsForSites?: Input<string> | undefined;
  /** Power Pages: sites whose search is summarised by AI. */
  powerPages_AllowSearchSummaryCopilotForSites?: Input<string> | undefined;
  /** Power Pages: sites that have a Copilot for visitors. */
  powerPages_AllowSiteCopilotForSites?: Input<string> | undefined;
  /** Power Pages: sites that may call the summarisation API. */
  powerPages_AllowSummarizationAPICopilotForSites?: Input<string> | undefined;
}

/** What is known of a {@link EnvironmentManagementSettings}. */
export interface EnvironmentManagementSettingsOutputs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** IP ranges that storage access signatures are valid for, separated by commas. */
  readonly allowedIpRangeForStorageAccessSignatures: Output<string | undefined>;
  /** Whether storage access signatures are bound to IP addresses. */
  readonly enableIpBasedStorageAccessSignatureRule: Output<boolean | undefined>;
  /** How storage access signatures are bound to IP addresses; the reference does not name the numbers. */
  readonly ipBasedStorageAccessSignatureMode: Output<number | undefined>;
  /** Whether uses of storage access signatures from other addresses are logged. */
  readonly loggingEnabledForIpBasedStorageAccessSignature: Output<boolean | undefined>;
  /** Copilot Studio: whether agents may run code that they write. */
  readonly copilotStudio_CodeInterpreter: Output<boolean | undefined>;
  /** Copilot Studio: applications that computer use may open. */
  readonly copilotStudio_ComputerUseAppAllowlist: Output<string | undefined>;
  /** Copilot Studio: whether computer use may sign in with stored credentials. */
  readonly copilotStudio_ComputerUseCredentialsAllowed: Output<boolean | undefined>;
  /** Copilot Studio: whether computer use may run on shared machines. */
  readonly copilotStudio_ComputerUseSharedMachines: Output<boolean | undefined>;
  /** Copilot Studio: web sites that computer use may open. */
  readonly copilotStudio_ComputerUseWebAllowlist: Output<string | undefined>;
  /** Copilot Studio: whether agents may call other agents. */
  readonly copilotStudio_ConnectedAgents: Output<boolean | undefined>;
  /** Copilot Studio: whether conversations are written to the audit log. */
  readonly copilotStudio_ConversationAuditLoggingEnabled: Output<boolean | undefined>;
  /** Dynamics 365 Customer Service: whether AI agents are on. */
  readonly d365CustomerService_AIAgents: Output<boolean | undefined>;
  /** Dynamics 365 Customer Service: whether Copilot is on. */
  readonly d365CustomerService_Copilot: Output<boolean | undefined>;
  /** Power Apps: whether code apps may be made and run. Its name on the wire is recorded. */
  readonly powerApps_AllowCodeApps: Output<boolean | undefined>;
  /** Power Apps: whether views may be shown as charts by AI. */
  readonly powerApps_ChartVisualization: Output<boolean | undefined>;
  /** Power Apps: whether apps have the Copilot chat. */
  readonly powerApps_CopilotChat: Output<boolean | undefined>;
  /** Power Apps: whether forms show insights by AI. */
  readonly powerApps_EnableFormInsights: Output<boolean | undefined>;
  /** Power Apps: whether AI fills in forms by itself. */
  readonly powerApps_FormPredictAutomatic: Output<boolean | undefined>;
  /** Power Apps: whether AI fills in forms from the clipboard. */
  readonly powerApps_FormPredictSmartPaste: Output<boolean | undefined>;
  /** Power Apps: whether views can be searched in natural language. */
  readonly powerApps_NLSearch: Output<boolean | undefined>;
  /** Power Pages: sites whose forms have AI help. */
  readonly powerPages_AllowIntelligentFormsCopilotForSites: Output<string | undefined>;
  /** Power Pages: sites whose lists are summarised by AI. */
  readonly powerPages_AllowListSummaryCopilotForSites: Output<string | undefined>;
  /** Power Pages: whether makers have Copilot in sites that exist. */
  readonly powerPages_AllowMakerCopilotsForExistingSites: Output<string | undefined>;
  /** Power Pages: whether makers have Copilot in new sites. */
  readonly powerPages_AllowMakerCopilotsForNewSites: Output<string | undefined>;
  /** Power Pages: whether sites that are not in production may be public. */
  readonly powerPages_AllowNonProdPublicSites: Output<string | undefined>;
  /** Power Pages: sites that may be public all the same. */
  readonly powerPages_AllowNonProdPublicSites_Exemptions: Output<string | undefined>;
  /** Power Pages: whether professional developers have Copilot in this environment. */
  readonly powerPages_AllowProDevCopilotsForEnvironment: Output<string | undefined>;
  /** Power Pages: sites in which professional developers have Copilot. */
  readonly powerPages_AllowProDevCopilotsForSites: Output<string | undefined>;
  /** Power Pages: sites whose search is summarised by AI. */
  readonly powerPages_AllowSearchSummaryCopilotForSites: Output<string | undefined>;
  /** Power Pages: sites that have a Copilot for visitors. */
  readonly powerPages_AllowSiteCopilotForSites: Output<string | undefined>;
  /** Power Pages: sites that may call the summarisation API. */
  readonly powerPages_AllowSummarizationAPICopilotForSites: Output<string | undefined>;
  /**
   * What the declared settings were before, as JSON: null for one that had never been set. `onDelete: "restore"` puts it back.
   */
  readonly found: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
