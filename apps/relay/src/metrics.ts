/** What /metrics says: counts, and nothing that names a case, a person or an address. Holds state. */

const COUNTERS = {
  connections_total: "Connections accepted.",
  connections_refused_total: "Connections refused before they began.",
  messages_total: "Messages received.",
  records_stored_total: "Records in commits that reached the disk, repeats included.",
  commits_total: "Transactions that reached the disk.",
  commits_failed_total: "Transactions that did not.",
  pieces_stored_total: "Sealed pieces of evidence that reached the disk.",
  pieces_spoiled_total: "Sealed pieces that the disk had altered, taken away.",
  nacks_total: "Frames that said no.",
  slow_consumers_total: "Connections closed because they did not read.",
} as const;
export type Counter = keyof typeof COUNTERS;

export type Metrics = {
  readonly add: (counter: Counter, by?: number) => void;
  /** Prometheus text format. */
  readonly text: (now: { readonly connections: number; readonly cases: number }) => string;
};

/** All at zero. */
export const createMetrics = (): Metrics => {
  const counts = new Map<Counter, number>();
  const line = (name: string, help: string, type: string, value: number): string =>
    `# HELP recourse_relay_${name} ${help}\n# TYPE recourse_relay_${name} ${type}\nrecourse_relay_${name} ${value}\n`;
  const names: readonly Counter[] = [
    "connections_total",
    "connections_refused_total",
    "messages_total",
    "records_stored_total",
    "commits_total",
    "commits_failed_total",
    "pieces_stored_total",
    "pieces_spoiled_total",
    "nacks_total",
    "slow_consumers_total",
  ];
  return {
    add: (counter, by = 1) => void counts.set(counter, (counts.get(counter) ?? 0) + by),
    text: ({ connections, cases }) =>
      [
        ...names.map((name) => line(name, COUNTERS[name], "counter", counts.get(name) ?? 0)),
        line("connections", "Connections open now.", "gauge", connections),
        line("cases", "Cases somebody is in now.", "gauge", cases),
      ].join(""),
  };
};
