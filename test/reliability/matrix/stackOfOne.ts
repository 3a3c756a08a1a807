import type { DriverError, Properties, ProviderDriver } from "../../scenarios/driver";

/** What state records of an object. */
export interface Recorded {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** Why it is not finished. */
  readonly initErrors: readonly string[];
}

/** A stack with one resource, and what Pulumi's engine does with it: the same calls in the same order, and the same state after a failure. */
export class StackOfOne {
  recorded: Recorded | undefined;
  /** Predecessors whose replacement is made, and which are still to be deleted. */
  condemned: readonly Recorded[] = [];

  /** @param refreshes whether an update starts with a refresh */
  constructor(
    private readonly kind: string,
    private readonly refreshes: boolean,
  ) {}

  /** `pulumi up` of a program that declares the resource, or does not. Rejects where the engine would stop. */
  async up(
    provider: ProviderDriver,
    program: Properties | undefined,
    { replace = false }: { readonly replace?: boolean } = {},
  ): Promise<void> {
    await this.bring(provider, program, { replace });
    await this.sweep(provider, program);
  }

  /** The first part of an `up`: makes, changes or replaces it. */
  async bring(
    provider: ProviderDriver,
    program: Properties | undefined,
    { replace = false }: { readonly replace?: boolean } = {},
  ): Promise<void> {
    if (this.refreshes) await this.refresh(provider);
    if (program !== undefined) await this.make(provider, program, replace);
  }

  /** The second part of an `up`: deletes what was replaced or is declared no more. */
  async sweep(provider: ProviderDriver, program: Properties | undefined): Promise<void> {
    for (const old of this.condemned) {
      await provider.delete(this.kind, old.id, old.outputs);
      this.condemned = this.condemned.filter((each) => each !== old);
    }
    if (program === undefined && this.recorded !== undefined) {
      await provider.delete(this.kind, this.recorded.id, this.recorded.outputs);
      this.recorded = undefined;
    }
  }

  /** `pulumi refresh`. */
  async refresh(provider: ProviderDriver): Promise<void> {
    const read = async (old: Recorded): Promise<Recorded | undefined> => {
      const { id, inputs, outputs } = await provider.read(this.kind, old.id, old.outputs);
      return id === "" ? undefined : { id, inputs, outputs, initErrors: [] };
    };
    const recorded = this.recorded && (await read(this.recorded));
    const condemned: Recorded[] = [];
    for (const old of this.condemned) condemned.push(...[await read(old)].filter((each) => each !== undefined));
    this.recorded = recorded;
    this.condemned = condemned;
  }

  /** `pulumi preview` of an unchanged resource; whether it would be changed. */
  async preview(provider: ProviderDriver, program: Properties): Promise<boolean> {
    const old = this.recorded;
    if (old === undefined) return true;
    const inputs = await this.checked(provider, old.inputs, program);
    return (await provider.diff(this.kind, old.id, old.outputs, inputs)).changes;
  }

  private async make(provider: ProviderDriver, program: Properties, replace: boolean): Promise<void> {
    const old = this.recorded;
    if (old === undefined) {
      await this.create(provider, await this.checked(provider, {}, program));
      return;
    }
    const inputs = await this.checked(provider, old.inputs, program);
    const { changes, replaces } = await provider.diff(this.kind, old.id, old.outputs, inputs);
    if (replace || replaces.length > 0) await this.create(provider, await this.checked(provider, {}, program), old);
    else if (changes || old.initErrors.length > 0) await this.update(provider, old, inputs);
    else this.recorded = { ...old, inputs };
  }

  private async checked(provider: ProviderDriver, olds: Properties, program: Properties): Promise<Properties> {
    const { inputs, failures } = await provider.check(this.kind, olds, program);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("; "));
    return inputs;
  }

  /** Once the new object is there, finished or not, its predecessor is to be deleted. */
  private async create(provider: ProviderDriver, inputs: Properties, old?: Recorded): Promise<void> {
    const record = (made: Recorded): void => {
      this.recorded = made;
      if (old !== undefined) this.condemned = [...this.condemned, old];
    };
    try {
      const { id, outputs } = await provider.create(this.kind, inputs);
      record({ id, inputs, outputs, initErrors: [] });
    } catch (error) {
      const { initFailure } = error as DriverError;
      if (initFailure !== undefined) {
        const { id, properties: outputs, reasons: initErrors } = initFailure;
        record({ id, inputs, outputs, initErrors });
      }
      throw error;
    }
  }

  private async update(provider: ProviderDriver, old: Recorded, inputs: Properties): Promise<void> {
    try {
      const outputs = await provider.update(this.kind, old.id, old.outputs, inputs);
      this.recorded = { id: old.id, inputs, outputs, initErrors: [] };
    } catch (error) {
      const { initFailure } = error as DriverError;
      // The object is not what the new inputs ask for, so the old ones stay.
      if (initFailure !== undefined)
        this.recorded = { ...old, outputs: initFailure.properties, initErrors: initFailure.reasons };
      throw error;
    }
  }
}
