// The text of JSDoc comments as descriptions: code apart from prose, prose in lines of any length.

const indentedCode = /(?:^|\n)((?: {4}.*(?:\n|$)|\n(?= {4}))+)/g;

/** The paragraphs of a comment, each in one line and addresses apart, without its code. */
export const prose = (text) =>
  text
    .replace(indentedCode, "\n\n")
    .split(/\n{2,}|\n(?=https:)/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");

/** The code of a comment. */
export const codeIn = (text) =>
  [...text.matchAll(indentedCode)].map(([, code]) => code.replace(/^ {4}/gm, "").trim()).join("\n\n");

/** What a comment says of a change, which is of no use where nothing can be changed. */
export const withoutChange = (text) => text.replace(/ (?:Changing it replaces|Changes in place)\.$/, "");
