/** A bucket of tokens: so many at once, so many a second. Holds state; the clock is passed in. */

export type Tokens = {
  /** Takes one; false when there is none. */
  readonly take: () => boolean;
  /** Units: ms until there is one. */
  readonly wait: () => number;
};

/** Full. Units: `now` gives milliseconds. */
export const createTokens = ({
  perSecond,
  burst,
  now,
}: {
  readonly perSecond: number;
  readonly burst: number;
  readonly now: () => number;
}): Tokens => {
  let left = burst;
  let at = now();
  const fill = (): void => {
    const time = now();
    left = Math.min(burst, left + ((time - at) * perSecond) / 1000);
    at = time;
  };
  return {
    take: () => {
      fill();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    wait: () => {
      fill();
      return left >= 1 ? 0 : Math.ceil(((1 - left) * 1000) / perSecond);
    },
  };
};
