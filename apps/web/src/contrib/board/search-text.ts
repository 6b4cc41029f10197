/**
 * What is being typed into the search: ahead of the address, which follows once the hands rest. Not pure: a signal, a timer.
 *
 * 1. The address may change only so often (browsers throttle it), the list with every letter.
 * 2. Where the address is changed otherwise, by a link or by going back, it counts.
 */
import { createSignal, onCleanup, untrack, type Accessor } from "solid-js";

export interface SearchText {
  readonly text: Accessor<string>;
  readonly type: (text: string) => void;
  /** Forgets what the address does not have yet. */
  readonly drop: () => void;
}

/** Units: milliseconds without a letter. */
const QUIET = 300;

/** Ends with the owner it was made under. */
export function createSearchText(address: Accessor<string>, write: (text: string) => void): SearchText {
  const [ahead, setAhead] = createSignal<{ readonly from: string; readonly text: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = (): void => {
    clearTimeout(timer);
    setAhead(undefined);
  };
  onCleanup(() => clearTimeout(timer));
  return {
    text: () => {
      const typed = ahead();
      return typed !== undefined && typed.from === address() ? typed.text : address();
    },
    type: (text) => {
      clearTimeout(timer);
      setAhead({ from: untrack(address), text });
      timer = setTimeout(() => {
        write(text);
        drop();
      }, QUIET);
    },
    drop,
  };
}
