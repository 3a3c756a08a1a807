/** The service's explanation of a refusal, from any of its shapes. */
export interface ServiceError {
  /** All codes, outermost first, without repetition. */
  readonly codes: readonly string[];
  /** The deepest code: the one that says most. */
  readonly code?: string;
  /** The service's own words, in one line. */
  readonly message?: string;
}

const DEEPEST = 12;
/** The maximum length of a code. A longer text is no code. */
const LONGEST_CODE = 128;

interface Found {
  codes: { code: string; depth: number }[];
  messages: string[];
}

/**
 * Reads the body of an error answer, parsed JSON or text. The service has six shapes:
 *
 * 1. `{code, message, innererror: {code, innererror…}}`: gateway, authorization
 * 2. `{error: {code, message, details: [{code, message}]}}`: group membership, most 403, licensing
 * 3. ProblemDetails `{type, title, status, detail, errors}`: documented for groups
 * 4. `{errorDetail: {code, fieldErrors: {field: {errorMessages}}}}`: lifecycle operations
 * 5. `{errors: {code, message, details}, objectResult…}`: settings
 * 6. `[{key, message}]`
 *
 * or none: an empty body, a text, a page of HTML. Never throws.
 */
export function readServiceError(body: unknown): ServiceError {
  if (typeof body === "string") return { codes: [], ...inWords(textOfPage(body)) };
  const found: Found = { codes: [], messages: [] };
  visit(body, found, 0);
  const codes = [...new Set(found.codes.map(({ code }) => code))];
  const code = deepest(found);
  const message = [...new Set(found.messages)].join("; ").replaceAll(".; ", ". ");
  return { codes, ...(code === undefined ? {} : { code }), ...inWords(message) };
}

/** In one line, since lines of its own would look like ours. */
function inWords(message: string): { message?: string } {
  const line = message.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(noPermission, "");
  return line === "" ? {} : { message: line };
}

const name = "[\"'`]?\\bAll\\.All\\.\\w+[\"'`]?";
const separator = "(?:[,;|]|\\bor\\b|\\band\\b)";

/** Ends each list of permissions in a 403, with what sets it apart. Entra knows no such permission, so nobody can grant it. */
const noPermission = new RegExp(
  `\\s*[[(]\\s*${name}\\s*[\\])]|(?:\\s*${separator})+\\s*${name}|${name}\\s*${separator}\\s*|${name}`,
  "gi",
);

/** Of several codes at the deepest level the first. */
function deepest(found: Found): string | undefined {
  const depth = Math.max(-1, ...found.codes.map((entry) => entry.depth));
  return found.codes.find((entry) => entry.depth === depth)?.code;
}

function visit(node: unknown, found: Found, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(node)) {
    for (const item of node.slice(0, 50)) visit(item, found, depth);
    return;
  }
  if (!isRecord(node)) return;
  const members = new Map(Object.entries(node).map(([key, value]) => [key.toLowerCase(), value]));
  // The settings operations send `errors: null` and the like beside their result.
  visitOwn(members, found, depth);
  for (const key of ["error", "errordetail", "innererror", "inner_error", "innerexception", "details"]) {
    visit(members.get(key), found, depth + 1);
  }
  visitErrors(members.get("errors"), found, depth + 1);
  visitFields(members.get("fielderrors"), found);
}

function visitOwn(members: ReadonlyMap<string, unknown>, found: Found, depth: number): void {
  const code = text(members.get("code")) ?? text(members.get("errorcode")) ?? text(members.get("key"));
  if (code !== undefined) found.codes.push({ code: code.slice(0, LONGEST_CODE), depth });
  // OAuth and some gateways: {error: "invalid_token", error_description}.
  const plain = text(members.get("error"));
  if (plain !== undefined) found.codes.push({ code: plain.slice(0, LONGEST_CODE), depth });
  const message =
    text(members.get("message")) ??
    text(members.get("detail")) ??
    text(members.get("error_description")) ??
    text(members.get("title"));
  if (message !== undefined) found.messages.push(message);
}

/** Of settings an error or a list of them; of ProblemDetails the messages of each field. */
function visitErrors(errors: unknown, found: Found, depth: number): void {
  const isFields =
    isRecord(errors) && Object.values(errors).some((value) => Array.isArray(value) && value.every(isText));
  if (isFields && text(errors.code) === undefined) visitFields(errors, found);
  else visit(errors, found, depth);
}

function visitFields(fields: unknown, found: Found): void {
  if (!isRecord(fields)) return;
  for (const [field, value] of Object.entries(fields).slice(0, 50)) {
    const messages: unknown = isRecord(value) ? value.errorMessages : value;
    const reasons = (Array.isArray(messages) ? messages : [messages]).filter(isText);
    if (reasons.length > 0) found.messages.push(`${field}: ${reasons.join(", ")}`);
  }
}

function textOfPage(page: string): string {
  const isPage = /^\s*<(?:!doctype|html|\?xml|head|body)/i.test(page);
  if (!isPage) return page.trim();
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(page)?.[1]?.trim();
  return title === undefined || title === "" ? "a page of HTML" : `a page of HTML titled "${title}"`;
}

/** Codes and messages are texts; numbers turn up as codes. */
function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return isText(value) ? value.trim() : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
