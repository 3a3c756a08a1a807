import { readFileSync } from "node:fs";
import path from "node:path";

import ts from "typescript";

const root = path.resolve(__dirname, "../../..");
const file = path.join(root, "hovered.ts");

/** The options of a strict project. */
const options: ts.CompilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] },
  ...{ module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  target: ts.ScriptTarget.ES2022,
};

/** What an editor shows in a program beside this package, whose declarations are those that a user has installed. */
export class Editor {
  private text = "";
  private version = 0;

  private readonly service = ts.createLanguageService({
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name, encoding) => ts.sys.readFile(name, encoding),
    directoryExists: (name) => ts.sys.directoryExists(name),
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(this.version) : "0"),
    getScriptSnapshot: (name) => {
      if (name === file) return ts.ScriptSnapshot.fromString(this.text);
      return ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, "utf8")) : undefined;
    },
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });

  /** Opens a program. Names to look at have `§` in front of them. */
  open(marked: string): readonly Shown[] {
    const [head = "", ...parts] = marked.split("§");
    let offset = head.length;
    const offsets = parts.map((part) => (offset += part.length) - part.length);
    this.text = marked.replaceAll("§", "");
    this.version += 1;
    return offsets.map((at) => this.shownAt(at));
  }

  /** What the compiler has to say of the program. */
  problems(): string[] {
    const found = [...this.service.getSyntacticDiagnostics(file), ...this.service.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  private shownAt(offset: number): Shown {
    const info = this.service.getQuickInfoAtPosition(file, offset);
    return {
      name: /^\w+/.exec(this.text.slice(offset))?.[0] ?? "",
      type: ts.displayPartsToString(info?.displayParts),
      words: ts.displayPartsToString(info?.documentation),
      tags: (info?.tags ?? []).map((tag) => `${tag.name} ${ts.displayPartsToString(tag.text)}`),
    };
  }
}

/** The hover text of a name. */
export interface Shown {
  readonly name: string;
  readonly type: string;
  readonly words: string;
  readonly tags: readonly string[];
}
