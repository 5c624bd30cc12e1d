/**
 * The port between the conversation and everything that people chat through. An adapter translates both ways and decides
 * nothing: it turns a platform's event into an `IncomingMessage`, calls `respond`, and shows the replies.
 */
import type { AccountDetails, RequestedKind } from '../analysis/index.ts';

/** The adapters that exist or will; also the only way in which a log names where something happened. */
type PlatformName = 'discord' | 'telegram' | 'web';

/** One way to reach people. */
export interface ChatPlatform {
  readonly name: PlatformName;
  /** Starts to receive; resolves when the first message can come. Rejects when the platform cannot be reached or the port is taken. */
  start(respond: Respond): Promise<void>;
  /** Says something in a channel of a community, unasked. Rejects when it cannot be said there; a platform without communities lacks it. */
  say?(community: string, channel: string, reply: Reply): Promise<void>;
  /** Takes nothing new, finishes what runs, then resolves. */
  stop(): Promise<void>;
}

/** A place on our web server to which a platform sends what happens, instead of being asked for it. */
export interface Webhook {
  /** Path of the address, as `/telegram`. */
  readonly path: string;
  /** Whether a request is the platform's, by what only the platform knows. */
  isGenuine(header: (name: string) => string | undefined): boolean;
  /** Takes one event and resolves when it is safe; false: not now, it is to be sent again. Never rejects. */
  take(body: unknown): Promise<boolean>;
}

/** The conversation as an adapter sees it. Never rejects: what goes wrong is a reply in the reader's language. */
export type Respond = (message: IncomingMessage, onProgress?: OnProgress) => Promise<readonly Reply[]>;

/** Hears, in the reader's language, what is going on while the replies are being made; only when that takes long. */
export type OnProgress = (text: string) => void;

/** What a person did: wrote, sent one photo or an album, or pressed a button; several of these at once are possible. */
export interface IncomingMessage {
  readonly platform: PlatformName;
  /** Others can read it and the answer: a server channel, a group. */
  readonly isPublic: boolean;
  /** It speaks to the bot: a private chat, a mention, a reply to the bot, a command. */
  readonly isToBot: boolean;
  /** Who talks where, as the adapter knows it: what is remembered for them is kept under a keyed hash of this. Undefined: nothing is remembered. */
  readonly talk?: string | undefined;
  readonly text?: string | undefined;
  /** The server or group, as the adapter knows it; undefined in private talk. Its settings hold. */
  readonly community?: string | undefined;
  /** The channel of the community, as its moderators name it in their settings. */
  readonly channel?: string | undefined;
  /** The role by which the person may change the community's settings; undefined: they may not. Looked up for that alone. */
  readonly moderatorRole?: string | undefined;
  /** What a moderator's command is about: the person or message, as the adapter knows it. */
  readonly about?: string | undefined;
  /** How whoever wrote this in public appears there, and whether they look after the community: to tell impostors, and for nothing else. */
  readonly author?: { readonly displayName: string; isModerator(): Promise<boolean> } | undefined;
  /** Where the message can be opened by those who may read it. */
  readonly link?: string | undefined;
  /** The photos in the order in which they were sent; an album comes as one message. */
  readonly photos: readonly IncomingPhoto[];
  /** What the photos are to be judged as, when the person chose it; undefined: recognise it. */
  readonly judgeAs?: RequestedKind | undefined;
  /** What the person typed of their account, to be compared with the document. Never kept, never echoed. */
  readonly details?: AccountDetails | undefined;
  /** The `action` of the button that was pressed, as the reply carried it. */
  readonly pressed?: string | undefined;
  /** The person's message before this one, for follow-up questions. */
  readonly previousText?: string | undefined;
  /** The `topic` of the reply before this one, for follow-up questions. */
  readonly lastTopic?: string | undefined;
  /** The language that the person chose here, BCP 47. It wins over everything. */
  readonly chosenLanguage?: string | undefined;
  /** What the platform says of the person's language, BCP 47; only a hint. */
  readonly languageHint?: string | undefined;
}

/** A photo that has been announced but not fetched, so that the core can refuse it before a byte is downloaded. */
export interface IncomingPhoto {
  /** What the platform says of its size; undefined when it says nothing. */
  readonly sizeBytes?: number | undefined;
  /** The name that the file came with. Only its extension is ever looked at; the name goes nowhere. */
  readonly declaredName?: string | undefined;
  /** What the person said that this one is; it wins over what is said of all photos. */
  readonly judgeAs?: RequestedKind | undefined;
  /** The bytes, in memory. Rejects when the platform does not hand them out (any more). */
  download(): Promise<Uint8Array>;
}

/** The mood of a reply or item, for colours and icons; the words say the same without it. */
export type Tone = 'good' | 'caution' | 'bad' | 'plain';

/** One block of a reply; the adapter decides how it looks. Texts are plain, without any markup; a line break is meant. */
export type Paragraph =
  | { readonly kind: 'headline'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** One finding. `number` is the number on the badges in the picture. */
  | {
      readonly kind: 'item';
      readonly number: number;
      readonly tone: Tone;
      readonly title: string;
      /** What was measured, such as "6% of the document"; undefined when there is no figure. */
      readonly measured: string | undefined;
      readonly text: string;
    }
  | { readonly kind: 'note'; readonly text: string };

/** Something to press. `action` comes back as `IncomingMessage.pressed`; at most 64 bytes of ASCII, as Telegram allows. */
export interface Button {
  readonly label: string;
  readonly action: string;
}

/** A picture of the reply. */
export interface ReplyPicture {
  readonly jpeg: Uint8Array;
  /** What it shows, for those who do not see it. */
  readonly altText: string;
}

/** A file of the reply, for the person to keep. */
export interface ReplyFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

/** What the bot says. */
export interface Reply {
  readonly tone: Tone;
  /** BCP 47 language of the texts. */
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  readonly buttons: readonly Button[];
  readonly picture?: ReplyPicture | undefined;
  readonly file?: ReplyFile | undefined;
  /** What the person wrote belongs to them alone: the adapter does not remember it for follow-up questions. */
  readonly isPersonal?: boolean | undefined;
  /** The person wants to be forgotten: the adapter drops all that it remembers of them. */
  readonly forgets?: boolean | undefined;
  /** The message that is answered shows what nobody should see: the adapter deletes it. Where it may not, it says `orElse` instead of this. */
  readonly removes?: { readonly orElse: Reply } | undefined;
  /** In a group it is of use for so long only: the adapter deletes it then, as far as it can. */
  readonly minutesToLive?: number | undefined;
  /** Something to be said in a channel of the same community; nowhere else. */
  readonly forwards?: Forward | undefined;
  /** Only `forwards` is to be said. */
  readonly isForwardOnly?: boolean | undefined;
  /** Something that nobody but the person may see, said in private; where that cannot be, `orElse` is said instead of this reply. */
  readonly privately?: { readonly reply: Reply; readonly orElse: Reply } | undefined;
  /** The action for which words are wanted: what the person writes next comes back with it as `pressed`. */
  readonly asksFor?: string | undefined;
  /** The topic that was answered; the adapter hands it back as `lastTopic`. */
  readonly topic?: string | undefined;
  /** The language that the person has just chosen; the adapter hands it back as `chosenLanguage` from now on. */
  readonly chosenLanguage?: string | undefined;
  /** It asks the reader to go on in private; the adapter adds its way there. */
  readonly invitesPrivately?: boolean | undefined;
}

/** Something to be said elsewhere in a community. */
export interface Forward {
  readonly channel: string;
  readonly reply: Reply;
  /** The person or message that it is said to, as the adapter knows it. */
  readonly about?: string | undefined;
  /** The name of a thread that those who read it may talk in, where the platform has threads. */
  readonly thread?: string | undefined;
}

/** What somebody is typing, before it is sent. */
export interface Suggestion {
  readonly wanted: 'question' | 'answer' | 'moderation';
  readonly typed: string;
  /** BCP 47. */
  readonly languageHint: string;
  readonly community?: string | undefined;
}
