import { geographyName } from "../../declare/geography";
import type { FunctionDefinition } from "../defineFunction";

/** A list that belongs to one location. */
export const atLocation =
  (list: string): FunctionDefinition["path"] =>
  ({ location }) =>
    `/environmentmanagement/provisioning/locations/${encodeURIComponent(geographyName(String(location)))}/${list}`;
