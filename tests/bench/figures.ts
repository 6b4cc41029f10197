/**
 * Figures: rounds, medians, and the form in which a goal's result is said. Pure but for the clock in `timed`.
 *
 * 1. Variants of one goal run interleaved, so that what else the machine does falls on all of them.
 * 2. A figure is a median with the single rounds beside it; a ratio is one of medians of the same run.
 */

/** How often each variant runs at least. Source: 7-quality. */
export const ROUNDS = 5;

export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Median of `rounds`. */
  readonly value: number;
  readonly rounds: readonly number[];
}

export interface GoalResult {
  /** `G6.large`. */
  readonly id: string;
  readonly what: string;
  /** As 7-quality states it. */
  readonly goal: string;
  readonly value: number;
  readonly unit: string;
  readonly met: boolean;
  /** What was measured beside it, anchors first. */
  readonly beside: readonly Figure[];
  readonly own: Figure;
}

export interface NotMeasured {
  readonly id: string;
  readonly what: string;
  readonly why: string;
}

const round3 = (n: number): number => Number(n.toPrecision(4));

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

export const figure = (name: string, unit: string, rounds: readonly number[]): Figure => ({
  name,
  unit,
  value: round3(median(rounds)),
  rounds: rounds.map(round3),
});

/** Runs every variant once per round, in turn; answers the figures in the order given. */
export async function interleaved(
  unit: string,
  variants: readonly { readonly name: string; readonly run: () => number | Promise<number> }[],
  rounds = ROUNDS,
): Promise<readonly Figure[]> {
  const found = variants.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [n, { run }] of variants.entries()) found[n]?.push(await run());
  return variants.map(({ name }, n) => figure(name, unit, found[n] ?? []));
}

/** Units: milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** A goal on a value of its own. */
export const bound = (
  of: { readonly id: string; readonly what: string; readonly goal: string; readonly most: number },
  own: Figure,
  beside: readonly Figure[] = [],
): GoalResult => ({
  id: of.id,
  what: of.what,
  goal: of.goal,
  value: own.value,
  unit: own.unit,
  met: own.value <= of.most,
  beside,
  own,
});

/** A goal on a ratio to an anchor of the same run. */
export function ratio(
  of: { readonly id: string; readonly what: string; readonly goal: string; readonly most: number },
  own: Figure,
  anchor: Figure,
  beside: readonly Figure[] = [],
): GoalResult {
  const value = round3(own.value / anchor.value);
  return {
    id: of.id,
    what: of.what,
    goal: of.goal,
    value,
    unit: `× ${anchor.name}`,
    met: value <= of.most,
    beside: [anchor, ...beside],
    own,
  };
}

/** Stops a benchmark whose variants did not do the same work. Errors: throws. */
export function gate(what: string, is: unknown, wanted: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
}
