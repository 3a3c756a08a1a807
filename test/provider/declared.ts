export { declared } from "../kinds";

export const tenantId = "00000000-0000-4000-8000-000000000001";
