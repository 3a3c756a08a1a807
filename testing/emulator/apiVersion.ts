import type { Answer } from "./answer";
import { gatewayRefusal } from "./refusal";

const dated = ["2024-10-01", "2026-05-01-preview", "2022-03-01-preview", "2021-10-01-preview"];

/** The gateway's refusal of a missing or unknown `api-version`, in the recorded words; undefined when it is fine. */
export function refuseApiVersion(version: string | undefined): Answer | undefined {
  if (version === undefined || version === "") {
    return gatewayRefusal(400, {
      code: "ApiVersionInvalid",
      message: "The query parameter api-version is required.",
      innerCode: "ApiVersionMissing",
    });
  }
  if (version === "1" || dated.includes(version)) return undefined;
  return gatewayRefusal(400, {
    code: "ApiVersionInvalid",
    message: `API version ${version} is not supported. Supported API versions are: ${dated.join(", ")}`,
    innerCode: "ApiVersionUnsupported",
  });
}
