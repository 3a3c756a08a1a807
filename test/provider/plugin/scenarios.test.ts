import { startPluginDriver } from "../../scenarios/pluginDriver";
import { playScenarios } from "../../scenarios/play";

describe("scenarios through the plugin", () => {
  playScenarios(startPluginDriver);
});
