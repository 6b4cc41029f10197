/**
 * A small picture of an exhibit, or the sign of its kind. Effects: reads the original when it comes into view.
 *
 * 1. Only PNG, JPEG, WebP and GIF are shown as pictures, by their first bytes, and only below the pixel limit; an SVG or HTML never.
 * 2. Nothing is read before the row is near the screen: a case of 500 exhibits opens without reading one.
 */
import type { RecordOf } from "@recourse/core";
import { sniff } from "@recourse/intake";
import { Icon } from "@recourse/ui";
import { File, FileImage, FileSpreadsheet, FileText, FileVolume, type IconNode } from "lucide";
import { createSignal, onCleanup, onMount, Show, type JSX } from "solid-js";
import { useServices } from "./served.tsx";
import styles from "./Thumbnail.module.css";

type Exhibit = RecordOf<"exhibit">;

const shown: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);
/** Units: bytes that hold the header of every picture on the list. */
const HEADER = 256 * 1024;

/** The sign of a kind of file. */
export function fileIcon(mediaType: string): IconNode {
  if (mediaType.startsWith("image/")) return FileImage;
  if (mediaType.startsWith("audio/") || mediaType.startsWith("video/")) return FileVolume;
  if (/csv|sheet|excel/.test(mediaType)) return FileSpreadsheet;
  return mediaType.startsWith("text/") ? FileText : File;
}

/** Whether a stored picture may be decoded: its own first bytes decide, whatever the record says. */
export async function mayShow(blob: Blob, name: string): Promise<string | undefined> {
  const head = new Uint8Array(await blob.slice(0, HEADER).arrayBuffer());
  const { mediaType, previewable, size } = sniff(head, name, blob.size <= HEADER);
  return previewable && size !== undefined && shown.has(mediaType) ? mediaType : undefined;
}

export interface ThumbnailProps {
  readonly exhibit: Exhibit;
  /** What the picture shows, in words. */
  readonly label: string;
  /** `row` is small; `whole` fits the width of a window. */
  readonly form?: "row" | "whole";
}

export function Thumbnail(props: ThumbnailProps): JSX.Element {
  const { blobs } = useServices();
  const [url, setUrl] = createSignal<string>();
  let place!: HTMLSpanElement;
  let ended = false;
  const load = async (): Promise<void> => {
    const { sha256, name, mediaType } = props.exhibit;
    if (!shown.has(mediaType)) return;
    const got = await blobs.get(sha256, true);
    if (!got.ok || ended) return;
    const type = await mayShow(got.value, name);
    if (type === undefined || ended) return;
    setUrl(URL.createObjectURL(got.value.slice(0, got.value.size, type)));
  };
  onMount(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        void load();
      },
      { rootMargin: "200px" },
    );
    seen.observe(place);
    onCleanup(() => {
      ended = true;
      seen.disconnect();
      const given = url();
      if (given !== undefined) URL.revokeObjectURL(given);
    });
  });
  return (
    <span ref={place} class={`${styles["place"]} ${props.form === "whole" ? styles["whole"] : styles["row"]}`}>
      <Show when={url()} fallback={<Icon icon={fileIcon(props.exhibit.mediaType)} size="large" />}>
        {(src) => <img src={src()} alt={props.label} decoding="async" onError={() => setUrl(undefined)} />}
      </Show>
    </span>
  );
}
