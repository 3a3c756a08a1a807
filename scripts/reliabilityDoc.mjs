// Writes the tables of docs/reliability.md from what the last run of test/reliability/matrix has found.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, table, writeParts } from "./generatedPart.mjs";

const found = JSON.parse(
  await readFile(join(root, "dist/reliability.json"), "utf8").catch(() => {
    throw new Error("dist/reliability.json is missing: run dist/test/reliability/matrix/matrix.test.js first");
  }),
);

/** One word if both adapters have the same result, else two. */
const wordOf = (cell) => {
  if (cell === undefined) return "";
  const words = [...new Set([cell.dynamic, cell.plugin])];
  return words.length === 1 ? words[0] : `${cell.dynamic} / ${cell.plugin}`;
};

const cellsOf = (row, columns) => columns.map(({ name }) => wordOf(row.cells[name]));

/** Faults with the same result everywhere share a column. */
function columnsOf(faults, rows) {
  const columns = new Map();
  for (const fault of faults) {
    const key = rows.map(({ cells }) => wordOf(cells[fault.name])).join();
    columns.set(key, [...(columns.get(key) ?? []), fault]);
  }
  return [...columns.values()];
}

const columns = columnsOf(found.faults, found.rows);
const matrix = table(
  ["Resource", "Operation", "Request", ...columns.map((faults) => faults.map(({ name }) => name).join(", "))],
  found.rows.map((row) => [
    row.kind,
    row.operation,
    row.request,
    ...cellsOf(
      row,
      columns.map(([first]) => first),
    ),
  ]),
);
const played = found.rows.flatMap(({ cells }) => Object.values(cells)).flatMap((cell) => Object.values(cell));

const faults = table(
  ["Fault", "What happens"],
  found.faults.map(({ name, meaning }) => [name, meaning]),
);

const kinds = [...new Set(found.events.flatMap(({ cells }) => Object.keys(cells)))].filter((kind) => kind !== "all");
const events = table(
  ["Event", "", ...kinds],
  found.events.map(({ name, meaning, cells }) => [name, meaning, ...kinds.map((kind) => wordOf(cells[kind]))]),
);

const count = `${found.rows.length} requests, ${found.faults.length} faults, ${played.length} cells.`;
await writeParts("docs/reliability.md", { matrix: `${matrix}\n\n${count}`, faults, events }, "reliabilityDoc.mjs");
