/** What a long run found, as the text of `tests/long-run.md`. Pure. Names no machine, path or hour. */

/** A seed and what was wrong in its history. */
interface Finding {
  readonly seed: number;
  readonly wrong: readonly string[];
}

export interface Ran {
  readonly group: string;
  readonly what: string;
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly found: readonly Finding[];
  readonly more: string | undefined;
}

export interface LongRun {
  readonly ran: readonly Ran[];
  /** `2026-05-01`. */
  readonly day: string;
  /** Versions of records and frames. */
  readonly record: number;
  readonly wire: number;
}

/** `4–6`; one seed alone is `4`. */
export const seedText = ({ first, last }: Pick<Ran, "first" | "last">): string =>
  first === last ? `${first}` : `${first}–${last}`;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const row = ({ group, what, count, first, last, found, more }: Ran): string => {
  const result =
    found.length === 0 ? "nothing" : found.map(({ seed, wrong }) => `seed ${seed}: ${wrong[0]}`).join("; ");
  return `| ${group} | ${what} | ${count} | ${seedText({ first, last })} | ${cell(result)}${more === undefined ? "" : ` (${more})`} |`;
};

/** The whole file. */
export const reportOf = ({ ran, day, record, wire }: LongRun): string =>
  [
    "# The last long run",
    "",
    `\`npx -y pnpm@12 test:long\` on ${day}, record version ${record}, wire version ${wire}. The histories are those of the short tests, in other numbers;`,
    "each is made from its seed alone, so a line can be run again with `SEED`. The kills are one run, whose moments follow from its seed and from the machine.",
    "",
    "| part | histories | count | seeds | found |",
    "| --- | --- | --- | --- | --- |",
    ...ran.map(row),
    "",
  ].join("\n");
