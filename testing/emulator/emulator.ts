import { randomUUID, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "./clock";
import type { Clock } from "./clock";
import { addressesOf } from "./addresses";
import { type CertificateFiles, keptCertificate } from "./certificate/keptCertificate";
import { Entra } from "./entra/entra";
import { issueToken } from "./entra/issueToken";
import type { TokenRequest } from "./entra/tokenRequest";
import type { ContractViolation } from "./contractViolation";
import type { ActiveFault, FaultInput } from "./faults/fault";
import { FaultBox } from "./faults/faultBox";
import type { LoggedRequest } from "./requestLog";
import { RequestLog } from "./requestLog";
import { defaultSeed, defaultTenantId, seeded } from "./seed";
import type { Answered, RunningServer } from "./server";
import { startServer } from "./server";
import type { EmulatorSettings, SettingsChange } from "./settings";
import { defaultSettings, withSettings } from "./settings";
import { StateFile } from "./stateFile";
import type { Seed, Snapshot } from "./tenant/snapshot";
import type { Tenant } from "./tenant/tenant";
import { TenantState } from "./tenantState";

export interface EmulatorOptions extends SettingsChange {
  /** @default "00000000-0000-4000-8000-000000000001" */
  tenantId?: string;
  /** Objects to start with; a kind given replaces the default objects of that kind. */
  seed?: Seed;
  /** Address to listen on. @default "127.0.0.1" */
  host?: string;
  /** Port of the API; 0 picks a free one. @default 0 */
  port?: number;
  /** File to keep the tenant in: read at the start if it exists, written after each change. */
  stateFile?: string;
  /** Port of the https endpoint, which serves the same and which identity libraries need; 0 picks a free one. @default 0 */
  httpsPort?: number;
  /** Name or address that clients use. @default `host`; the name of the machine where that is 0.0.0.0 or :: */
  publicHost?: string;
  /** Whether `url` is the https address. @default true where clients are on other machines: the provider sends nothing over their http */
  https?: boolean;
  /** PEM files for https. @default a certificate of its own, made at the start */
  certificate?: CertificateFiles;
  /** Called after each answer, for a log. */
  onAnswer?: (answered: Answered) => void;
  /** Time. @default the system's */
  clock?: Clock;
  /** Source of GUIDs. @default random */
  newId?: () => string;
}

/** Credentials that `envFor` gives a program. */
export type EmulatorCredential = "accessToken" | "clientSecret";

/** The options about addresses, decided. */
type Listening = { [name in "host" | "port" | "httpsPort"]: NonNullable<EmulatorOptions[name]> } & {
  [name in "publicHost" | "https" | "certificate" | "onAnswer"]: EmulatorOptions[name] | undefined;
};

/** A Power Platform tenant on loopback. See docs/emulator.md. */
export class Emulator {
  private readonly directory = mkdtempSync(path.join(tmpdir(), "power-platform-emulator-"));
  private readonly faultBox: FaultBox;
  private readonly log = new RequestLog();
  private server: RunningServer | undefined;
  private control: string | undefined;
  /** The certificate, where it is its own authority. */
  private authorityFile: string | undefined;
  /** Sign-ins: what was asked, refusals on demand, device codes, revocation. */
  readonly entra: Entra;
  /** Answers of its own that contradict the contract, and exceptions. Empty unless the emulator has a fault. */
  readonly contractViolations: ContractViolation[] = [];

  private constructor(
    private readonly tenantState: TenantState,
    private readonly initialSeed: Seed,
    private readonly initialSettings: EmulatorSettings,
    private readonly state: StateFile | undefined,
  ) {
    this.faultBox = new FaultBox(() => tenantState.newId());
    this.entra = new Entra(tenantState);
    this.tenantState.tenant.load({ ...initialSeed, ...state?.read() });
  }

  static async start(options: EmulatorOptions = {}): Promise<Emulator> {
    const {
      tenantId,
      seed,
      stateFile,
      host = "127.0.0.1",
      port = 0,
      httpsPort = 0,
      publicHost,
      https,
      certificate,
      onAnswer,
      clock,
      newId,
      ...change
    } = options;
    const state = stateFile === undefined ? undefined : new StateFile(stateFile);
    const id = tenantId ?? state?.read()?.tenantId ?? seed?.tenantId ?? defaultTenantId;
    const settings = withSettings(defaultSettings(), change);
    const tenantState: TenantState = new TenantState({
      tenantId: id,
      settings,
      clock: clock ?? systemClock,
      newId: newId ?? randomUUID,
      onChange: () => state?.write(tenantState.tenant.snapshot()),
    });
    const emulator = new Emulator(tenantState, { ...defaultSeed(id), ...seed }, settings, state);
    try {
      await emulator.listen({ host, port, httpsPort, publicHost, https, certificate, onAnswer });
    } catch (error) {
      await emulator.close();
      throw error;
    }
    return emulator;
  }

  /** Address of the API, without a trailing slash; https where clients are on other machines. */
  get url(): string {
    return this.tenantState.baseUrl;
  }

  /** The same over https: identity libraries refuse an http authority. */
  get authorityUrl(): string {
    return this.tenantState.authorityUrl;
  }

  /** Address of the control surface; undefined where the emulator does not listen on loopback. */
  get controlUrl(): string | undefined {
    return this.control;
  }

  get tenantId(): string {
    return this.tenantState.tenant.id;
  }

  /** The stored objects, to read and to change behind the client's back. */
  get tenant(): Tenant {
    return this.tenantState.tenant;
  }

  /** Ids of role assignments that no listing shows yet, in lower case. */
  get unlistedAssignments(): string[] {
    return this.tenantState.propagation.hidden("assignment");
  }

  get settings(): EmulatorSettings {
    return structuredClone(this.tenantState.settings);
  }

  /** API requests so far, oldest first, as copies. */
  get requests(): LoggedRequest[] {
    return this.log.list();
  }

  /** The requests that are no reads. */
  get writes(): LoggedRequest[] {
    return this.requests.filter(({ isRead }) => !isRead);
  }

  clearRequests(): void {
    this.log.clear();
  }

  /** Changes settings; what is absent stays. */
  configure(change: SettingsChange): void {
    this.tenantState.settings = withSettings(this.tenantState.settings, change);
  }

  /** Asks for a fault; the first matching request is hit once unless it says otherwise. */
  fault(fault: FaultInput): ActiveFault {
    return this.faultBox.add(fault);
  }

  get faults(): ActiveFault[] {
    return this.faultBox.list();
  }

  clearFaults(): void {
    this.faultBox.clear();
  }

  /** An access token. Without arguments for the owner of the tenant. */
  token(request: TokenRequest = {}): string {
    const { principalId, roles, type = "Application", ...terms } = request;
    const principals = this.tenant.principals;
    const principal =
      roles === undefined ? principals.get(principalId ?? seeded.ownerId) : principals.add({ type, roles });
    if (principal === undefined) throw new Error(`There is no principal "${principalId ?? seeded.ownerId}".`);
    return issueToken(this.tenantState, principal, terms, this.tenantState.entra.revocation.demand);
  }

  /** Environment variables for a program that is to use this tenant with a ready token. */
  env(): Record<string, string> {
    return this.envFor({ credential: "accessToken" });
  }

  envFor({ credential }: { credential: EmulatorCredential }): Record<string, string> {
    const shared = {
      POWER_PLATFORM_ENDPOINT: this.url,
      POWER_PLATFORM_TENANT_ID: this.tenantId,
      ...(this.authorityFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: this.authorityFile }),
    };
    if (credential === "accessToken") {
      return { ...shared, POWER_PLATFORM_ACCESS_TOKEN: this.token({ lifetimeSeconds: tenYearsSeconds }) };
    }
    return {
      ...shared,
      POWER_PLATFORM_AUTHORITY_HOST: this.authorityUrl,
      POWER_PLATFORM_CLIENT_ID: seeded.application.clientId,
      POWER_PLATFORM_CLIENT_SECRET: seeded.application.clientSecret,
    };
  }

  /** Puts these objects in place of the stored ones of the same kinds. */
  seed(objects: Seed): void {
    this.tenant.load(objects);
    this.state?.write(this.snapshot());
  }

  /** The whole tenant as plain JSON. */
  snapshot(): Snapshot {
    return this.tenant.snapshot();
  }

  /** Back to the seed and the settings of the start; no faults, no log, nothing revoked. */
  reset(): void {
    this.tenantState.settings = this.initialSettings;
    this.tenantState.propagation.clear();
    this.tenantState.entra.clear();
    this.seed(this.initialSeed);
    this.clearFaults();
    this.clearRequests();
    this.contractViolations.length = 0;
  }

  async close(): Promise<void> {
    await this.server?.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async listen({ host, port, httpsPort, publicHost, https, certificate, onAnswer }: Listening): Promise<void> {
    const addresses = addressesOf(host, publicHost);
    const { certFile, keyFile } = certificate ?? keptCertificate(this.directory, addresses.names);
    const [cert, key] = [readFileSync(certFile, "utf8"), readFileSync(keyFile, "utf8")];
    this.authorityFile = isOwnAuthority(cert) ? certFile : undefined;
    this.server = await startServer({
      context: {
        tenantState: this.tenantState,
        log: this.log,
        faults: this.faultBox,
        violations: this.contractViolations,
      },
      control: this,
      certificate: { cert, key },
      host,
      port,
      httpsPort,
      ...(onAnswer === undefined ? {} : { onAnswer }),
    });
    if (addresses.control !== undefined) this.control = `http://${addresses.control}:${this.server.port}/_emulator`;
    this.tenantState.authorityUrl = `https://${addresses.host}:${this.server.httpsPort}`;
    const overHttps = https ?? !addresses.isLoopback;
    this.tenantState.baseUrl = overHttps
      ? this.tenantState.authorityUrl
      : `http://${addresses.host}:${this.server.port}`;
  }
}

/** What another authority has issued is trusted, or not, by what the machine knows. */
const isOwnAuthority = (cert: string): boolean => {
  const certificate = new X509Certificate(cert);
  return certificate.checkIssued(certificate);
};

const tenYearsSeconds = 10 * 365 * 24 * 3600;
