import type { TelegramEvent } from './incoming.ts';

/** Puts albums together: their messages come one by one, and nothing says which is the last. */
export interface Albums {
  /** Takes an event of an album. */
  add(event: TelegramEvent & { readonly album: string }): void;
  /** Hands out at once what is still being gathered. */
  flush(): void;
}

/** Messages of one album come within a fraction of a second of each other. */
const QUIET_MS = 1000;

/** `onWhole` gets each album as one event, in the place of its first message, with the words of all of them. */
export function createAlbums(onWhole: (event: TelegramEvent) => void, quietMs = QUIET_MS): Albums {
  const gathering = new Map<string, { events: TelegramEvent[]; timer: NodeJS.Timeout }>();
  const finish = (key: string) => {
    const album = gathering.get(key);
    if (album === undefined) return;
    clearTimeout(album.timer);
    gathering.delete(key);
    onWhole(joined(album.events));
  };
  return {
    add(event) {
      const key = `${event.talk}:${event.album}`;
      const album = gathering.get(key);
      if (album) {
        album.events.push(event);
        album.timer.refresh();
      } else gathering.set(key, { events: [event], timer: setTimeout(() => finish(key), quietMs) });
    },
    flush() {
      for (const key of [...gathering.keys()]) finish(key);
    },
  };
}

function joined(events: readonly TelegramEvent[]): TelegramEvent {
  const inOrder = [...events].sort((a, b) => a.place.messageId - b.place.messageId);
  const [first] = inOrder as [TelegramEvent, ...TelegramEvent[]];
  const texts = inOrder.flatMap(({ message }) => message.text ?? []);
  return {
    ...first,
    place: { ...first.place, otherMessageIds: inOrder.slice(1).map(({ place }) => place.messageId) },
    message: {
      ...first.message,
      isToBot: events.some(({ message }) => message.isToBot),
      text: texts.length > 0 ? texts.join('\n') : undefined,
      photos: inOrder.flatMap(({ message }) => message.photos),
    },
  };
}
