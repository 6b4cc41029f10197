/** Tests that documents name, and the titles test files have. Pure. */

export interface NamedTest {
  /** As the link says it, beside the document. */
  readonly file: string;
  readonly title: string;
}

/** `[words](../path/x.test.ts): \`title\``; a link to a test file without a title is none. */
export const namedIn = (markdown: string): readonly NamedTest[] =>
  [...markdown.matchAll(/\]\(([^)\s]+\.test\.tsx?)\): `([^`]+)`/g)].map(([, file = "", title = ""]) => ({
    file,
    title,
  }));

/** Links to test files, with or without a title. */
export const linkedIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+\.test\.tsx?)\)/g)].map(([, file = ""]) => file);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether a test file has a test of this title. What the title computes may be anything. */
export function hasTitle(source: string, title: string): boolean {
  const calls = source.matchAll(
    /\b(?:test|it)(?:\.\w+\([^()]*(?:\([^()]*\)[^()]*)*\))*\(\s*("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g,
  );
  for (const [, literal = ""] of calls) {
    const parts = literal
      .slice(1, -1)
      .replaceAll(String.raw`\"`, '"')
      .split(literal.startsWith("`") ? /\$\{[^}]*\}/ : /(?!)/);
    if (new RegExp(`^${parts.map(escaped).join(".+")}$`).test(title)) return true;
  }
  return false;
}
