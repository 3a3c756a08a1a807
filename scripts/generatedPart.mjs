// The generated part of a documentation page: between two markers, formatted as the rest of the page.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Text for a cell of a Markdown table. */
export const cell = (text) => text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();

/** A Markdown table. */
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

/**
 * Puts each part between `<!-- name:start -->` and `<!-- name:end -->` of the page. With `--check` on the command line
 * nothing is written, and a page that is not current ends the process with exit code 1.
 */
export async function writeParts(page, parts, script) {
  let text = await readFile(join(root, page), "utf8");
  for (const [name, part] of Object.entries(parts)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [head, rest] = text.split(start);
    const tail = rest?.split(end)[1];
    if (tail === undefined) throw new Error(`${page} has no markers ${start} and ${end}`);
    text = `${head}${start}\n\n${part}\n\n${end}${tail}`;
  }
  await writeFileIfChanged(page, text, "markdown", script);
}

/** Writes a generated file, formatted as the rest, with the same meaning of `--check`. */
export async function writeFileIfChanged(path, text, parser, script) {
  const file = join(root, path);
  const before = await readFile(file, "utf8").catch(() => undefined);
  const after = await format(text, { ...(await resolveConfig(file)), parser });
  if (after === before) return;
  if (process.argv.includes("--check")) {
    console.error(`${path} is not current: run node scripts/${script}`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, after);
  }
}

/** Writes all files of folders that hold nothing else; what is there besides is removed. */
export async function writeFolders(folders, files, script) {
  for (const [path, text] of files) await writeFileIfChanged(path, text, "typescript", script);
  for (const folder of folders) {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of found.filter((each) => each.isFile())) {
      const path = relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
      if (!files.has(path)) await removeFile(path, script);
    }
  }
}

async function removeFile(path, script) {
  if (!process.argv.includes("--check")) return rm(join(root, path));
  console.error(`${path} is made from nothing: run node scripts/${script}`);
  process.exitCode = 1;
}
