import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { kinds } from "../provider/resources";
import { declaredProperties } from "../sdk/declaredProperties";
import type { Declaration, Subject } from "./declaration";
import type { Deployer, Operation } from "./deployer";
import type { Size } from "./options";
import { cpuMsSoFar } from "./processes";
import { Tenant } from "./tenant";
import { watchProviders } from "./watch";

/** What one operation took. */
export interface Measured {
  readonly subject: Subject;
  readonly count: number;
  readonly operation: Operation;
  readonly wallMs: number;
  /** Processor time of engine, program and provider; not the tenant's. */
  readonly cpuMs: number;
  /** Of the provider's process. Absent without /proc. */
  readonly provider?: { readonly cpuMs: number; readonly peakBytes: number };
  readonly tenantCpuMs: number;
  /** API requests by method and route. */
  readonly requests: Readonly<Record<string, number>>;
  /** Bytes of the state after the operation, divided by the number of resources. */
  readonly stateBytesPerResource: number;
}

const properties = Object.fromEntries(kinds.map((kind) => [kind, Object.keys(declaredProperties(kind))]));

type Deploy = (env: Readonly<Record<string, string>>) => Promise<Deployer>;

/** One stack of a subject with its own tenant, whose operations can be measured. */
export class Measuring {
  private edition = 0;

  private constructor(
    readonly subject: Subject,
    private readonly size: Size,
    private readonly tenant: Tenant,
    private readonly deployer: Deployer,
    private readonly directory: string,
  ) {}

  static async start(subject: Subject, size: Size, latencyMs: number, deploy: Deploy): Promise<Measuring> {
    const directory = await mkdtemp(join(tmpdir(), "pulumi-power-platform-bench-"));
    const tenant = await Tenant.start(latencyMs);
    const deployer = await deploy({ ...tenant.env, BENCH_DECLARATION: fileIn(directory) });
    return new Measuring(subject, size, tenant, deployer, directory);
  }

  async measure(operation: Operation): Promise<Measured> {
    const { subject, size, tenant } = this;
    const { count } = size;
    if (operation === "change") this.edition += 1;
    const { scopes } = tenant;
    const declaration: Declaration = { subject, ...size, edition: this.edition, properties, scopes };
    writeFileSync(fileIn(this.directory), JSON.stringify(declaration));
    await tenant.routes();
    const tenantBefore = await tenant.cpuMs();
    const cpuBefore = cpuMsSoFar();
    const providers = watchProviders();
    const started = performance.now();
    await this.deployer.run(operation, count);
    const wallMs = performance.now() - started;
    const used = providers();
    return {
      subject,
      count,
      operation,
      wallMs,
      cpuMs: cpuMsSoFar() - cpuBefore,
      ...(used.length > 0
        ? {
            provider: {
              cpuMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
              peakBytes: Math.max(...used.map(({ peakBytes }) => peakBytes)),
            },
          }
        : {}),
      tenantCpuMs: (await tenant.cpuMs()) - tenantBefore,
      requests: await tenant.routes(),
      stateBytesPerResource: (await this.deployer.stateBytes()) / count,
    };
  }

  async close(): Promise<void> {
    await this.deployer.close();
    await this.tenant.close();
    await rm(this.directory, { recursive: true, force: true });
  }
}

const fileIn = (directory: string): string => join(directory, "declaration.json");
