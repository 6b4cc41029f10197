/**
 * The door through which data files become typed values. Pure.
 *
 * 1. Nothing is parsed at start-up: the files are fixed when the app is built, and the tests parse every one with its schema.
 * 2. This is the only cast of the package.
 */

/** `data` as the type of the schema that the tests hold it against. */
export const shipped = <T>(data: unknown): T => data as T;
