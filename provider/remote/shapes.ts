import type { ResourceDefinition } from "../declare/define";
import { collectionShape } from "./collectionShape";
import { linkShape } from "./linkShape";
import { settingShape } from "./setting/settingShape";
import type { Shape } from "./shape";

const shapes: Readonly<Record<ResourceDefinition["shape"], Shape>> = {
  collection: collectionShape,
  link: linkShape,
  setting: settingShape,
};

/** The verbs of a kind of resource. */
export const shapeOf = ({ shape }: Pick<ResourceDefinition, "shape">): Shape => shapes[shape];
