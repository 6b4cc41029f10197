/** Hands a finished file to the person, by a link that is pressed at once. Adapter to the DOM. */

/** Units: milliseconds a download may take to begin reading before its address goes. */
const KEPT = 60_000;

/** Saves `blob` under `name`. */
export function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
