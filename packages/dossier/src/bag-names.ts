/**
 * What the files of a bundle are called. Pure.
 *
 * 1. F1: `订单号-材料类型[-序号].扩展名`; F2: the same name twice is numbered; F3 holds for every name.
 * 2. The extension follows what the file is, not what it was called: `x.png.exe` that is a picture becomes `.png`.
 */
import { bundleName, numbered, type Id, type Sha256 } from "@recourse/core";
import { bundleTypes, MASKED_NUMBER, type BundleProfile } from "./bundle-profile.ts";

/** Stands where the order has no number. */
export const NO_ORDER_NUMBER = "无订单号";
/** Material type of a bundle for nobody in particular, and of its folder. */
export const BUNDLE_TYPE = "材料包";

/** An exhibit on its way into a bundle. Units: `size` in bytes. */
export interface BagExhibit {
  readonly exhibit: Id;
  /** 证据N of the letter that goes with the bundle. */
  readonly number: number;
  readonly sha256: Sha256;
  readonly size: number;
  /** From the import; absent = the file is read once before packing. */
  readonly crc32?: number;
  /** As it was called when it came in. */
  readonly name: string;
  readonly mediaType: string;
  readonly materialType: string;
  /** What it shows, one sentence each. */
  readonly shows: readonly string[];
  /** Its own order, where a case has several; otherwise the bundle's. */
  readonly orderNo?: string;
  /** Rows of a bill that have nothing to do with this case and are disclosed by packing the whole file. */
  readonly otherRows?: number;
}

/** Extensions that name a media type truly; the first is taken where the file has another. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "image/heic": ["heic", "heif"],
  "image/bmp": ["bmp"],
  "application/pdf": ["pdf"],
  "audio/mpeg": ["mp3"],
  "audio/mp4": ["m4a"],
  "audio/wav": ["wav"],
  "audio/amr": ["amr"],
  "video/mp4": ["mp4", "m4v"],
  "video/quicktime": ["mov"],
  "video/webm": ["webm"],
};

const lastExtension = /\.([A-Za-z0-9]{1,10})$/;

/** The extension a file gets. */
export function extensionOf({ name, mediaType }: Pick<BagExhibit, "name" | "mediaType">): string {
  const own = lastExtension.exec(name.trim())?.[1]?.toLowerCase();
  const truthful = extensions[mediaType];
  if (truthful !== undefined) return own !== undefined && truthful.includes(own) ? own : (truthful[0] ?? "bin");
  return own ?? (mediaType.startsWith("text/") ? "txt" : "bin");
}

/** The order number as names carry it. */
export const orderNumberOf = (orderNo: string | undefined): string => {
  const told = (orderNo ?? "").trim();
  return told === "" ? NO_ORDER_NUMBER : told;
};

/** Names in the order given, unlike each other and unlike `taken`. Source: F1, F2, F3. */
export function exhibitNames(
  orderNo: string | undefined,
  exhibits: readonly BagExhibit[],
  taken: readonly string[] = [],
): readonly string[] {
  // Counted here, so that `numbered`, which searches from 2 for every name, has next to nothing to search.
  const seen = new Map<string, number>();
  const wanted = exhibits.map((each) => {
    const number = orderNumberOf(each.orderNo ?? orderNo);
    const ext = extensionOf(each);
    const plain = bundleName(number, each.materialType, undefined, ext);
    const key = plain.toLowerCase();
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n === 1 ? plain : bundleName(number, each.materialType, n, ext);
  });
  return numbered(wanted, taken);
}

/** `20240501001-法院材料包`: the folder inside, and with `.zip` the bundle itself. A public one names no order (P2). */
export const bagFolder = (orderNo: string | undefined, profile?: BundleProfile): string =>
  bundleName(
    profile === "public" ? MASKED_NUMBER : orderNumberOf(orderNo),
    profile === undefined ? BUNDLE_TYPE : bundleTypes[profile],
    undefined,
    "",
  );
