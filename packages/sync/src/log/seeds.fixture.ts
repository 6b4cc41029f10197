/**
 * Seeds of random histories, for tests: the short runs of the suite and `pnpm test:long` differ in how many, and in nothing else.
 */

/** A seed and what was wrong in its history. */
export interface Finding {
  readonly seed: number;
  readonly wrong: readonly string[];
}

/** So many are enough to look for a cause. */
const MOST_FINDINGS = 5;

/** `count` seeds from `first`. */
export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => first + n);

/** The seeds of a short run; `SEED` and `SEEDS` of the environment choose other ones. */
export const seedsIn =
  (env: Readonly<Record<string, string | undefined>>) =>
  (count: number): readonly number[] =>
    seedsFrom(Number(env["SEED"] ?? 1), Number(env["SEEDS"] ?? count));

/** What is wrong in any of these histories, a thrown error included; nothing when all is well. */
export async function findingsIn(
  seeds: readonly number[],
  history: (seed: number) => Promise<readonly string[]>,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const seed of seeds) {
    if (found.length >= MOST_FINDINGS) break;
    const wrong = await history(seed).catch((thrown: unknown) => [String(thrown)]);
    if (wrong.length > 0) found.push({ seed, wrong });
  }
  return found;
}
