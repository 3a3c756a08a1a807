/** Something that must always hold does not. */
export class Broken extends Error {
  override readonly name = "Broken";
}
