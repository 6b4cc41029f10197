/**
 * Which rows are worth keeping: those of this version, and those that say something new. Pure.
 *
 * 1. Apart from how a row is made of a case: the first screen reads rows and makes none, so it needs nothing that reads cases.
 */
import type { BoardRow } from "./board-row.ts";

/** Raise it with every change of what a row says. */
export const ROW_VERSION = 3;

/** Whether two rows say the same. */
export const sameRow = (a: BoardRow, b: BoardRow): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
