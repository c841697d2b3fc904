/** A message to everybody who has a topic open: small, a hint to look again, never the data itself. */
export type LiveMessage = { event: string } & Record<string, unknown>;

type Hearer = (message: LiveMessage) => void;

export interface Viewer {
  userId: string;
  name: string;
}

/** Messages between people who look at the same record, and who they are. */
export interface Live {
  tell(topic: string, message: LiveMessage): void;
  /** Hears a topic until the returned function is called; the viewer counts as present as long. */
  hear(topic: string, viewer: Viewer, hearer: Hearer): () => void;
  /** Who has the topic open now, each once. */
  present(topic: string): Viewer[];
}

/** Within one process, which is what serves one installation (`storage/launcher` refuses a second). */
export function makeLive(): Live {
  const topics = new Map<string, Set<{ viewer: Viewer; hearer: Hearer }>>();
  const tell: Live['tell'] = (topic, message) => {
    for (const { hearer } of topics.get(topic) ?? []) hearer(message);
  };
  const present: Live['present'] = (topic) => {
    const viewers = [...(topics.get(topic) ?? [])].map((one) => one.viewer);
    return [...new Map(viewers.map((viewer) => [viewer.userId, viewer])).values()];
  };
  return {
    tell,
    present,
    hear(topic, viewer, hearer) {
      const hearers = topics.get(topic) ?? new Set();
      topics.set(topic, hearers);
      const one = { viewer, hearer };
      hearers.add(one);
      tell(topic, { event: 'present', present: present(topic) });
      return () => {
        hearers.delete(one);
        if (hearers.size === 0) topics.delete(topic);
        tell(topic, { event: 'present', present: present(topic) });
      };
    },
  };
}
