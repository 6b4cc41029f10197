/**
 * The words of a saved web page, for quote checks (B2). Pure; nothing of the page runs.
 */

const entities: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
  ldquo: "“",
  rdquo: "”",
};

/** What has no words of the page in it. */
const silent: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<script", "</script"],
  ["<style", "</style"],
  ["<noscript", "</noscript"],
  ["<template", "</template"],
];

/** Text without tags, scripts and styles; block ends become line ends. Every step is linear: pages are not ours. */
export function pageText(html: string): string {
  return silent
    .reduce((rest, [open, close]) => without(rest, open, close), html)
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/section|\/article|\/title)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) =>
      entity(whole, decimal, hex, name),
    )
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}

/** Drops everything from `open` to the end of `close`; where it never closes, the rest. */
function without(text: string, open: string, close: string): string {
  // Letter by letter, because lower case of a few letters is longer.
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const kept: string[] = [];
  let at = 0;
  for (let from = lower.indexOf(open); from >= 0; from = lower.indexOf(open, at)) {
    kept.push(text.slice(at, from));
    const to = lower.indexOf(close, from + open.length);
    if (to < 0) return kept.join("");
    const end = close === "-->" ? to + close.length : lower.indexOf(">", to) + 1;
    if (end === 0) return kept.join("");
    at = end;
  }
  return kept.join("") + text.slice(at);
}

function entity(whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
