/** What chance decides in a journey: numbers that follow from a seed, which is printed. RECOURSE_SEED=<number> repeats a run. Effects: reads the environment. */

/** Of this run. */
export const SEED = Number(process.env["RECOURSE_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from 0 to 1 that a seed decides. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
