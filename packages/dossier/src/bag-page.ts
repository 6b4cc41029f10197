/**
 * `index.html` of a bundle: what is in it, readable in any browser, offline. Pure.
 *
 * 1. Plain HTML with one inline style: no script, nothing is fetched, and its own policy forbids both.
 * 2. Every fact is escaped. Links are relative and lead only to files a browser shows without running anything in them.
 *
 * Source: S7.
 */
import { civilOf, type Instant, type Lang } from "@recourse/core";
import { word } from "@recourse/words";
import { extensionOf, type BagExhibit } from "./bag-names.ts";
import type { BundleProfile } from "./bundle-profile.ts";
import { bundleWords, letterWords } from "./paper-words.ts";
import { escaped, oneLine } from "./printable.ts";

export interface BagPage {
  readonly lang: Lang;
  readonly at: Instant;
  readonly orderNo: string | undefined;
  /** With the paths relative to this page. */
  readonly exhibits: readonly { readonly exhibit: BagExhibit; readonly path: string }[];
  readonly documents: readonly string[];
  readonly guide: string;
  /** For whom it is, and who gets it. */
  readonly profile?: BundleProfile | undefined;
  readonly recipient?: string | undefined;
}

/** Types that a browser shows or plays; web pages, SVG and Office files are not among them. */
const shown =
  /^(?:image\/(?:png|jpeg|webp|gif|bmp)|application\/pdf|text\/(?:plain|csv)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;
/** A page opened from a disk goes by the extension, whatever the file is. */
const active =
  /^(?:x?html?|shtml|xht|svgz?|xml|xsl|mht|mhtml|js|mjs|exe|bat|cmd|com|scr|ps1|vbs|hta|lnk|url|jar|app|sh)$/;

const opensSafely = (exhibit: BagExhibit): boolean =>
  shown.test(exhibit.mediaType) && !active.test(extensionOf(exhibit));

const STYLE = `
:root { color-scheme: light; font: 16px/1.7 "Songti SC", "Noto Serif CJK SC", "SimSun", Georgia, serif; color: #1c1b19; background: #fbfaf7; }
body { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
p { margin: .25rem 0; }
.facts, .note, small { color: #5c5952; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #d9d5cb; padding: .55rem .6rem; text-align: left; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; }
td.short { white-space: nowrap; }
td code { display: block; width: 32ch; }
code { font: .8rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
a { color: #1f4e79; overflow-wrap: anywhere; }
@media print { :root { background: #fff; } a { color: inherit; } }
`;

const href = (path: string): string => escaped(path.split("/").map(encodeURIComponent).join("/"));

const link = (path: string): string => `<a href="${href(path)}">${escaped(path.split("/").at(-1) ?? path)}</a>`;

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** `1.2 MB`; the exact number of bytes stays readable beside it. */
function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(1)} ${UNITS[power] ?? ""}`;
}

function row({ exhibit, path }: BagPage["exhibits"][number], lang: Lang): string {
  const words = bundleWords[lang];
  const file = opensSafely(exhibit)
    ? link(path)
    : `${escaped(path.split("/").at(-1) ?? path)}<br><small>${escaped(words.notOpened)}</small>`;
  const cells = [
    `<td class="short">${escaped(letterWords[lang].exhibit(exhibit.number))}</td>`,
    `<td>${file}<br><small>${escaped(words.originalName)}${letterWords[lang].colon}${escaped(oneLine(exhibit.name))}</small></td>`,
    `<td class="short">${escaped(exhibit.materialType)}</td>`,
    `<td>${exhibit.shows.map(escaped).join("<br>")}</td>`,
    `<td class="short" title="${exhibit.size} B">${sizeText(exhibit.size)}</td>`,
    `<td><code>${escaped(exhibit.sha256)}</code></td>`,
  ];
  return `<tr>\n${cells.join("\n")}\n</tr>`;
}

function exhibitsPart({ exhibits, lang }: BagPage): string {
  const words = bundleWords[lang];
  return `<h2>${escaped(words.exhibits)}</h2>
<div class="wide">
<table>
<thead>
<tr>${words.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr>
</thead>
<tbody>
${exhibits.map((each) => row(each, lang)).join("\n")}
</tbody>
</table>
</div>
`;
}

/** The page's text. */
export function bagPage(page: BagPage): string {
  const { lang, exhibits, documents } = page;
  const words = bundleWords[lang];
  const { colon } = letterWords[lang];
  const orderNo = oneLine(page.orderNo ?? "");
  const { profile } = page;
  const name = orderNo === "" ? words.title : lang === "en" ? `${words.title} ${orderNo}` : `${orderNo} ${words.title}`;
  // What is published says nothing of an order, not even that it has no number.
  const order = orderNo === "" ? words.noOrderNo : `${words.orderNo}${colon}${orderNo}`;
  const facts = [
    ...(profile === undefined ? [] : [word(`bundle.profile.${profile}`, {}, lang)]),
    ...[oneLine(page.recipient ?? "")].filter(Boolean),
    ...(profile === "public" ? [] : [order]),
    `${words.packedOn}${colon}${civilOf(page.at)}`,
    ...(profile === "public" ? [] : [words.count(exhibits.length)]),
  ];
  const list = documents.map((path) => `<li>${link(path)}</li>`).join("\n");
  const papers = documents.length === 0 ? "" : `<h2>${escaped(words.documents)}</h2>\n<ul>\n${list}\n</ul>\n`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(name)}</h1>
<p class="facts">${facts.map(escaped).join(" · ")}</p>
${papers}${profile === "public" ? "" : exhibitsPart(page)}<p class="note">${escaped(words.limits)}</p>
<p><a href="${href(page.guide)}">${escaped(words.check)}</a></p>
</body>
</html>
`;
}
