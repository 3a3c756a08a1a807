let count = 0;

/**
 * The address of an engine under a name that nobody has used. Connections of one process to one name are one, and who calls an
 * engine that has ended would spoil it for the next engine at that port; and providers tell runs apart by it. What stands first is
 * a name server that nobody asks.
 */
export function ownAddress(address: string): string {
  count = (count + 1) % 2 ** 24;
  const server = [127, count >> 16, (count >> 8) & 255, count & 255].join(".");
  return `dns://${server}/${address}`;
}
