import type { TelegramEvent } from './incoming.ts';

/** Puts albums together: their messages come one by one, and nothing says which is the last. */
export interface Albums<Event extends TelegramEvent> {
  /** Takes an event of an album. */
  add(event: Event & { readonly album: string }): void;
  /** Hands out at once what is still being gathered. */
  flush(): void;
}

/** Messages of one album come within a fraction of a second of each other. */
const QUIET_MS = 1000;

/** `onWhole` gets each album as one event, made of its own by `join`. */
export function createAlbums<Event extends TelegramEvent>(
  onWhole: (event: Event) => void,
  join: (events: readonly Event[]) => Event,
  quietMs = QUIET_MS,
): Albums<Event> {
  const gathering = new Map<string, { events: Event[]; timer: NodeJS.Timeout }>();
  const finish = (key: string) => {
    const album = gathering.get(key);
    if (album === undefined) return;
    clearTimeout(album.timer);
    gathering.delete(key);
    onWhole(join(album.events));
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

/** The messages of an album as one event, in the place of the first, with the words of all of them. They come in their order. */
export function joinEvents(inOrder: readonly TelegramEvent[]): TelegramEvent {
  const [first] = inOrder as [TelegramEvent, ...TelegramEvent[]];
  const texts = inOrder.flatMap(({ message }) => message.text ?? []);
  return {
    ...first,
    place: { ...first.place, otherMessageIds: inOrder.slice(1).map(({ place }) => place.messageId) },
    message: {
      ...first.message,
      isToBot: inOrder.some(({ message }) => message.isToBot),
      text: texts.length > 0 ? texts.join('\n') : undefined,
      photos: inOrder.flatMap(({ message }) => message.photos),
    },
  };
}
