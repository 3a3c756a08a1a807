export * from "./emulator";
export * from "./engine";
