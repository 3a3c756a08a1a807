import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Document, Handler, OpenAPIBackend } from "openapi-backend";

/**
 * The OpenAPI files of `contract/`, each with the first segments of its paths. `permissions.yaml` beside them is data
 * and no OpenAPI file.
 */
export const namespaces = {
  appmanagement: ["appmanagement"],
  authorization: ["authorization"],
  copilotstudio: ["copilotstudio"],
  dynamics: ["dynamics"],
  environmentmanagement: ["environmentmanagement"],
  governance: ["governance"],
  licensing: ["licensing"],
  powerpages: ["powerpages"],
  readonly: ["powerapps", "powerautomate", "connectivity", "analytics", "resourcequery"],
  usermanagement: ["usermanagement"],
} as const;
export type Namespace = keyof typeof namespaces;

export interface ContractSchema {
  properties?: Record<string, unknown>;
}

export interface ContractResponse {
  content?: { "application/json"?: { schema?: ContractSchema } };
}

/** An operation of an OpenAPI file, references resolved. */
export interface ContractOperation {
  operationId: string;
  method: string;
  /** Route template, e.g. `/licensing/billingPolicies/{billingPolicyId}`. */
  path: string;
  namespace: Namespace;
  responses: Record<string, ContractResponse | undefined>;
  /** Schema of the JSON request body. */
  requestSchema?: ContractSchema;
  /** What a role has to hold. */
  permission?: string;
  /** What a user's token has to hold. */
  delegatedPermission?: string;
  /** Changes nothing: a GET, or a POST that asks a question. */
  isRead: boolean;
}

export interface Contract {
  readonly namespace: Namespace;
  readonly operations: readonly ContractOperation[];
  /** Routes, validates and dispatches; shared by every emulator of the process, because its validators are dear. */
  readonly backend: OpenAPIBackend;
}

export interface ContractHandlers {
  /** By operationId, and the special ones of openapi-backend. */
  operations: Record<string, Handler>;
  /** Decides whether a call is let in. */
  security: Handler;
}

const loaded = new Map<Namespace, Promise<Contract>>();

/** Reads one OpenAPI file the first time it is asked for, so that starting an emulator costs no parsing. */
export function loadContract(namespace: Namespace, handlers: ContractHandlers): Promise<Contract> {
  const known = loaded.get(namespace);
  if (known !== undefined) return known;
  const loading = build(namespace, handlers);
  loaded.set(namespace, loading);
  return loading;
}

async function build(namespace: Namespace, handlers: ContractHandlers): Promise<Contract> {
  const { parse, OpenAPIBackend } = libraries();
  const text = await readFile(path.join(__dirname, "../../contract", `${namespace}.yaml`), "utf8");
  const backend = new OpenAPIBackend({
    definition: parse(text) as Document,
    quick: true,
    strict: true,
    ajvOpts: quickAjv,
    securityHandlers: { powerPlatformOAuth: handlers.security },
    customizeAjv: (ajv) => {
      ajv.addFormat("uuid", guid).addFormat("date-time", dateTime).addFormat("uri", uri);
      return ajv;
    },
  });
  await backend.init();
  const listed = backend.getOperations();
  // The router would make this list anew several times in each call: a tenth of the emulator's time.
  backend.router.getOperations = () => listed;
  const operations = listed.map((operation): ContractOperation => {
    const wide = operation as unknown as Record<string, unknown>;
    const requestSchema = (wide.requestBody as ContractResponse | undefined)?.content?.["application/json"]?.schema;
    const delegated = wide["x-permission"];
    const permission = wide["x-rbac-action"] ?? delegated;
    const isQuestion = wide["x-replay-safe"] === true || operation.tags?.includes("Queries") === true;
    return {
      operationId: operation.operationId ?? "",
      method: operation.method.toUpperCase(),
      path: operation.path,
      namespace,
      responses: wide.responses as ContractOperation["responses"],
      ...(requestSchema === undefined ? {} : { requestSchema }),
      ...(typeof permission === "string" ? { permission } : {}),
      ...(typeof delegated === "string" ? { delegatedPermission: delegated } : {}),
      isRead: operation.method === "get" || isQuestion,
    };
  });
  const implemented = new Set(operations.map(({ operationId }) => operationId));
  for (const [id, handler] of Object.entries(handlers.operations)) {
    if (implemented.has(id) || backend.allowedHandlers.includes(id)) backend.registerHandler(id, handler);
  }
  return { namespace, operations, backend };
}

/** Loaded with the first contract. Test runners that load modules themselves, such as Jest, know require() only. */
function libraries(): Pick<typeof import("yaml"), "parse"> & Pick<typeof import("openapi-backend"), "OpenAPIBackend"> {
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { parse } = require("yaml") as typeof import("yaml");
  const { OpenAPIBackend } = require("openapi-backend") as typeof import("openapi-backend");
  /* eslint-enable @typescript-eslint/no-require-imports */
  return { parse, OpenAPIBackend };
}

// Every validator is used a few times and made by an Ajv of its own, so making it has to be quick. That the contract's
// own schemas are sound is for the contract's tests.
const quickAjv = { validateSchema: false, meta: false, code: { optimize: false } } as const;

// Microsoft's GUIDs are not all RFC 9562, so version and variant digits are not looked at.
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const uri = /^[a-z][a-z0-9+.-]*:\S+$/i;
