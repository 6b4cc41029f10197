/**
 * A pair of vectors: two inputs that differ in one place and have different results. One for each rule of the domain at least.
 *
 * 1. That they differ in one place is found by comparing the inputs, not believed.
 * 2. Both results are worked out by hand, with the reason beside them; equal ones would show nothing.
 */
import { expect, it } from "vitest";
import { differences } from "./difference.ts";

export interface Pair<Input, Result> {
  /** Plain data: facts, a text, a date. */
  readonly base: Input;
  readonly change: (base: Input) => NoInfer<Input>;
  /** What is under test. */
  readonly of: (input: Input) => Result | Promise<Result>;
  /** For the base, and for the changed input. */
  readonly results: readonly [NoInfer<Result>, NoInfer<Result>];
}

/** The one place in which the changed input is another. Errors: throws where there is none or more than one. */
export function onlyChange<Input>({ base, change }: Pick<Pair<Input, unknown>, "base" | "change">): string {
  const paths = differences(base, change(base));
  const [only] = paths;
  if (only === undefined || paths.length > 1) throw new Error(`one change is wanted, not ${JSON.stringify(paths)}`);
  return only;
}

/** `title` names the rule and says in a sentence what turns: `[M2] growth of 20 is no start, of 21 is`. */
export function pair<Input, Result>(title: `[${string}] ${string}`, of: Pair<Input, Result>): void {
  it(title, async () => {
    const at = onlyChange(of);
    const [before, after] = of.results;
    expect(before, "the results of a pair differ").not.toEqual(after);
    expect(await of.of(of.base), "base").toEqual(before);
    expect(await of.of(of.change(of.base)), `changed at ${at}`).toEqual(after);
  });
}
