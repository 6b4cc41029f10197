/** What a note is called: its first line with anything on it. Pure. */

/** Units: characters. */
const LONG = 60;
/** Units: UTF-16 code units of a note that are looked at: the list of long notes must not read them whole. */
const LOOKED_AT = 2000;

export interface NoteTitle {
  /** Empty when nothing is written yet. */
  readonly title: string;
  /** The next line with anything on it. */
  readonly more: string;
}

/** Of a note's text. */
export function noteTitle(text: string): NoteTitle {
  const [title = "", more = ""] = text
    .slice(0, LOOKED_AT)
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  return { title: short(title), more: short(more) };
}

const short = (line: string): string => {
  const letters = [...line];
  return letters.length > LONG ? `${letters.slice(0, LONG).join("")}…` : line;
};
