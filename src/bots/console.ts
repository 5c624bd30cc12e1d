/** The port between the page for moderators and the conversation's side of it, which knows what the settings mean. Types only. */

/** One setting as the page shows it. */
export interface ConsoleSetting {
  readonly name: string;
  readonly label: string;
  /** As it would be typed; empty: the default. */
  readonly value: string;
  /** What it may be; empty: the default. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** What it must look like. */
  readonly hint: string;
}

/** A fact of the answers: what holds without words of the community's own, and those words. */
export interface ConsoleFact {
  readonly name: string;
  readonly usual: string;
  readonly text: string;
  readonly source: string;
  readonly date: string;
}

/** All that the page shows of a community, in the reader's language. */
export interface ConsoleState {
  readonly language: string;
  readonly settings: readonly ConsoleSetting[];
  readonly facts: readonly ConsoleFact[];
  readonly answers: readonly {
    readonly name: string;
    readonly aliases: string;
    readonly texts: Readonly<Record<string, string>>;
    /** Names the languages that it lacks; empty when it lacks none. */
    readonly missing: string;
  }[];
  readonly questions: readonly {
    readonly id: number;
    readonly text: string;
    readonly language: string;
    /** How often it was asked. */
    readonly times: string;
    readonly topics: readonly string[];
  }[];
  readonly topics: readonly { readonly topic: string; readonly title: string }[];
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly week: { readonly lines: readonly string[]; readonly picture: Uint8Array | undefined };
  readonly history: readonly { readonly at: string; readonly role: string; readonly action: string }[];
}

/** What came of an action: done, or a sentence that says what must be different. */
export type ConsoleOutcome = { readonly problem?: string | undefined };

/** The settings of a community for somebody who came in by a link. Where the session has ended, everything is undefined. */
export interface ModeratorConsole {
  /** Uses a link up; resolves with a session, undefined when the link is none, was used or is too old. */
  enter(link: string): Promise<string | undefined>;
  leave(session: string): Promise<void>;
  state(session: string, language: string): Promise<ConsoleState | undefined>;
  act(session: string, action: unknown, language: string): Promise<ConsoleOutcome | undefined>;
  /** All settings as a file. */
  exportFile(session: string): Promise<string | undefined>;
}
