/**
 * Why something was not taken: words and their numbers on the wire. Pure.
 *
 * Source: SPEC 6.
 */

/** Numbers of the wire. */
export const NACK_CODES = {
  version: 1,
  auth: 2,
  not_member: 3,
  read_only: 4,
  quota: 5,
  disk: 6,
  missing: 7,
  refused: 8,
  noise: 9,
  invite: 10,
  rate: 11,
  form: 12,
} as const;
export type NackCode = keyof typeof NACK_CODES;

const codes = new Map<number, NackCode>([
  [1, "version"],
  [2, "auth"],
  [3, "not_member"],
  [4, "read_only"],
  [5, "quota"],
  [6, "disk"],
  [7, "missing"],
  [8, "refused"],
  [9, "noise"],
  [10, "invite"],
  [11, "rate"],
  [12, "form"],
]);

/** The way back. */
export const nackCodeOf = (number: number): NackCode | undefined => codes.get(number);
