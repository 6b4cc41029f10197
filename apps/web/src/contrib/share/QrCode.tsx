/** A QR code as one path: black on white in every appearance, because cameras do not read it otherwise. Pure. */
import { createMemo, type JSX } from "solid-js";
import { encode } from "uqr";
import styles from "./InviteLink.module.css";

export interface QrCodeProps {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
}

/** Units: modules of white around it; the standard asks for four. */
const QUIET = 4;

/** Runs of dark modules, row by row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`];
      }),
    )
    .join("");
}

export function QrCode(props: QrCodeProps): JSX.Element {
  const code = createMemo(() => encode(props.text, { ecc: "M", border: QUIET }));
  return (
    <svg
      class={styles["qr"]}
      viewBox={`0 0 ${code().size} ${code().size}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path d={pathOf(code().data)} />
    </svg>
  );
}
