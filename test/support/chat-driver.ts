/** What people do and see on a chat platform, whichever it is: the tests of the conversation are written once against this. */

/** Something to press under a message; `isInMenu`: one has to open a menu first. */
export interface SeenButton {
  readonly label: string;
  readonly action: string;
  readonly isInMenu?: boolean;
}

/** A message of the bot as a person sees it. */
export interface Seen {
  /** All words, without markup. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly hasPicture: boolean;
  /** There is a file to keep with it. */
  readonly hasFile: boolean;
  /** The person alone sees it. */
  readonly isPrivate: boolean;
  /** Whom or what it is said to: the person on Discord, the message on Telegram. */
  readonly to?: string | undefined;
  readonly atMs: number;
}

/** Somebody in a chat of their own with the bot, or in a group. */
export interface Person {
  say(text: string): void;
  /** Speaks to the bot by its name, as one does in a group. */
  mention(text: string): void;
  sendPhoto(bytes: Uint8Array, caption?: string): void;
  /** The same as a file; `sizeBytes` is what the platform says of its size. */
  sendFile(bytes: Uint8Array, name: string, sizeBytes?: number): void;
  sendAlbum(photos: readonly Uint8Array[]): void;
  /** A photo whose link is dead by the time that it is followed. */
  sendExpired(bytes: Uint8Array): void;
  /** Presses the button that does this, under the last message of the bot. */
  click(action: string): void;
  /** Gives the command of moderators with these words, as somebody who is one where `person` came from `moderator`. */
  moderate(words: string): void;
  /** Presses a button that wants words, and writes them where the platform lets one. */
  write(action: string, words: string): Promise<void>;
  /** Gives the command that says an answer of the community's own to the person or message before. */
  answer(name: string): void;
  /** Somebody else in the same group, who appears there under a name. */
  another(name: string): Person;
  /** How many of the messages of this chat the bot has deleted, its own notes apart. */
  removed(): number;
  /** Changes the words that were said last. */
  edit(text: string): void;
  /** Takes back what was said last. */
  remove(): void;
  /** The platform delivers the last event again. */
  repeat(): void;
  /** What the bot has said here, without notes on progress. */
  seen(): readonly Seen[];
  /** Resolves with what was said as soon as it is this much. */
  until(count: number, timeoutMs?: number): Promise<readonly Seen[]>;
  /** How often the bot has shown that it is at work: typing, deferred replies. */
  signsOfLife(): readonly number[];
}

/** A platform with the bot on it. */
export interface ChatDriver {
  readonly platform: 'telegram' | 'discord';
  /** What a process needs in its environment to come to this platform. */
  readonly env: Readonly<Record<string, string>>;
  /** What the process prints when it is there. */
  readonly ready: RegExp;
  /** What must never be seen in a log. */
  readonly secrets: readonly string[];
  /** Somebody new who speaks `language`, with a chat of their own. */
  person(language?: string): Person;
  /** Somebody new in a group. */
  member(language?: string): Person;
  /** Somebody new who looks after a group of their own, in which the bot may delete. */
  moderator(language?: string): Person;
  /** The bot may no longer delete anything. */
  forbidDeleting(): void;
  /** The next replies are refused: too many requests, wait `seconds`. */
  rateLimit(seconds: number): void;
  /** The next replies meet an error of the server. */
  breakDown(times: number): void;
  dropConnections(): void;
  /** Delivers an update of Telegram, or `{t, d}` of Discord's gateway, as it is. */
  deliverRaw(update: Readonly<Record<string, unknown>>): void;
  /** Delivers what no platform should. */
  deliverNonsense(): void;
  /** What broke the platform's contract; must stay empty. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

/** Polls until there is as much as wanted. */
export async function untilSeen(
  seen: () => readonly Seen[],
  count: number,
  timeoutMs = 15_000,
): Promise<readonly Seen[]> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = seen();
    if (found.length >= count) return found;
    if (performance.now() > deadline) {
      throw new Error(`${found.length} of ${count} messages; seen: ${JSON.stringify(found.map(({ text }) => text))}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
