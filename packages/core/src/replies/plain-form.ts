/**
 * Plain form: full-width digits and letters as half-width, with the marks that stand inside numbers, place by place. Pure.
 *
 * 1. The text keeps its length, so that a place in it is a place in the original. Units: UTF-16 code units.
 * 2. Full-width commas and stops stay: they end a stretch of speech, and a half-width one may be part of a password.
 */

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％．－：＝]/g;

/** １２．５％ → 12.5%; everything else stays. */
export const plainForm = (text: string): string =>
  text
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replaceAll("\u00a0", " ");
