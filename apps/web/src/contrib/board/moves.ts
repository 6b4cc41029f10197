/** Where a key leads among the cards of the board. Pure. */

/** Index of the card to go to; undefined when the key means nothing here. `at` is -1 while no card is in use. */
export function nextIndex(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const within = (to: number): number => Math.max(0, Math.min(count - 1, to));
  switch (key) {
    case "ArrowDown":
    case "j":
    case "J":
      return within(at + 1);
    case "ArrowUp":
    case "k":
    case "K":
      return within(at - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
