import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";

import type { isvContract } from "../../provider/resources/licensing/isvContract";
import type { Outputs } from "../args";
import type { IsvContractArgs } from "../isvContract";
import { readOptions } from "../readOptions";
import { PluginResource } from "./pluginResource";

export interface IsvContract extends Outputs<typeof isvContract> {}

/** Says that an independent software vendor pays for what a customer tenant uses of its solution. Arguments and outputs are those of the dynamic class. */
export class IsvContract extends PluginResource {
  constructor(name: string, args: IsvContractArgs, options?: CustomResourceOptions) {
    super("IsvContract", name, args, options);
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says what is there.
   * @param id GUID of the contract
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): IsvContract {
    return new IsvContract(name, {} as IsvContractArgs, readOptions("IsvContract", name, id, options));
  }
}
