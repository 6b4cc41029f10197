/**
 * Result: how the domain says "this did not work" without throwing. Pure.
 *
 * 1. What a person or a peer can cause is returned as `err` with facts and no prose (`words` words it).
 * 2. Bugs throw.
 */

/** Either a value or an error that names its facts. */
export type Result<T, E> = Ok<T> | Err<E>;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/** A success carrying `value`. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** A failure carrying `error`. */
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** Marks the end of a closed union after parsing; reaching it is a bug. Errors: throws. */
export function exhaustive(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
