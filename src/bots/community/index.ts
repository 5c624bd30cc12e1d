/** The door of what communities own: settings, questions that were not understood, counts. */
import type { Log } from '../log.ts';
import type { AuditEntry, Store } from '../store/index.ts';
import { type CannedAnswer, withAliases, withAnswer, withPhrase } from './canned.ts';
import { type Cluster, clusterQuestions } from './cluster.ts';
import { isQuiet } from './quiet-hours.ts';
import { DEFAULT_SETTINGS, type SettingName, type Settings, settingsSchema, withSetting } from './settings.ts';
import { readSettingsFile } from './settings-file.ts';

export { type Access, createAccess } from './access.ts';
export { type CannedAnswer, completeness, findCanned, findTaught, taughtTopic } from './canned.ts';
export type { Cluster } from './cluster.ts';
export { resemblesStaff } from './impostors.ts';
export { lookalikes } from './links.ts';
export {
  choicesOf,
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  SettingError,
  type SettingName,
  type Settings,
} from './settings.ts';
export { MAX_SETTINGS_BYTES, writeSettingsFile } from './settings-file.ts';

/** What communities have set and what was counted for them. Communities go by the adapter's own key. */
export interface Communities {
  /** What holds there; the defaults when the store is out of reach, as members must be answered all the same. */
  settingsOf(community: string): Promise<Settings>;
  /** Changes one setting as typed; resolves with what holds from now on. Throws a SettingError. */
  change(community: string, name: SettingName, typed: string, role: string): Promise<Settings>;
  /** Keeps the words of a canned answer in one language; empty words take them away. Throws a SettingError. */
  setAnswer(community: string, answer: CannedAnswer, role: string): Promise<Settings>;
  /** Other names for a canned answer. Throws a SettingError. */
  setAliases(community: string, name: string, aliases: readonly string[], role: string): Promise<Settings>;
  /** Replaces all settings by those of a file. Throws a SettingError. */
  importFile(community: string, text: string, role: string): Promise<Settings>;
  /** Resolves with what was taken back; undefined when there is nothing left. */
  undo(community: string, role: string): Promise<string | undefined>;
  /** Every community that has set anything. */
  all(): Promise<readonly string[]>;
  /** True for the first, of all processes, that claims a name; it is kept for some weeks. */
  claim(name: string): Promise<boolean>;
  /** Whether these are quiet hours there. */
  isQuiet(settings: Settings): boolean;
  history(community: string): Promise<readonly AuditEntry[]>;
  /** Keeps a redacted question that was not answered. Never rejects. */
  noteUnanswered(
    community: string,
    question: { readonly text: string; readonly language: string; readonly reason: string },
  ): Promise<void>;
  /** What was not answered, alike questions together, the most frequent first. */
  unanswered(community: string): Promise<readonly Cluster[]>;
  /** Says what a question of that list and those like it mean, and takes them off it; undefined when it is gone. Throws a SettingError. */
  teach(community: string, id: number, means: Meaning, role: string): Promise<Cluster | undefined>;
  /** Takes a question and those like it off the list. */
  drop(community: string, id: number): Promise<void>;
  clearUnanswered(community: string): Promise<void>;
  /** Counts that something happened. Never rejects. */
  count(community: string, name: string): Promise<void>;
  /** What was counted in the last week. */
  lastWeek(community: string): Promise<ReadonlyMap<string, number>>;
}

/** What a question means: a topic of ours, or the community's own answer in a language. */
export type Meaning = { readonly topic: string } | { readonly language: string; readonly text: string };

/** What this needs beside the store. */
export interface CommunityParts {
  readonly store: Store;
  readonly log: Log;
  /** The time now. */
  now(): Date;
}

const HISTORY = 10;
const QUESTIONS = 200;
const WEEK_MS = 7 * 24 * 60 * 60_000;
/** Questions that nobody looked at for this long are dropped. */
const QUESTIONS_MS = 90 * 24 * 60 * 60_000;
/** Nothing that is done once is tried again after this. */
const CLAIMS_MS = 28 * 24 * 60 * 60_000;
/** Settings are looked up again after this, so that a change made by another process is seen. */
const FRESH_MS = 10_000;

/** Puts it together over a store. */
export function createCommunities({ store, log, now }: CommunityParts): Communities {
  const known = new Map<string, { readonly settings: Settings; readonly atMs: number }>();
  const keep = (community: string, settings: Settings): Settings => {
    known.set(community, { settings, atMs: now().getTime() });
    return settings;
  };
  const read = async (community: string) => {
    const result = settingsSchema.safeParse((await store.readSettings(community)) ?? {});
    // Settings of an older version that no longer fit are as good as none.
    return result.success ? result.data : DEFAULT_SETTINGS;
  };
  const write = async (community: string, settings: Settings, role: string, action: string) => {
    await store.writeSettings(community, settings, { role, action, at: now().toISOString() });
    return keep(community, settings);
  };
  const today = () => now().toISOString().slice(0, 10);
  const unanswered = async (community: string) => clusterQuestions(await store.questions(community, QUESTIONS));
  const clusterOf = async (community: string, id: number) =>
    (await unanswered(community)).find(({ ids }) => ids.includes(id));
  const unlessBroken = async (event: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log.error({ event, error });
    }
  };
  return {
    async settingsOf(community) {
      const cached = known.get(community);
      if (cached !== undefined && now().getTime() - cached.atMs < FRESH_MS) return cached.settings;
      try {
        return keep(community, await read(community));
      } catch (error) {
        log.error({ event: 'settings-unreadable', error });
        return cached?.settings ?? DEFAULT_SETTINGS;
      }
    },
    change: async (community, name, typed, role) =>
      write(community, withSetting(await read(community), name, typed, today()), role, `set ${name}`),
    setAnswer: async (community, { name, language, text }, role) =>
      write(community, withAnswer(await read(community), name, language, text), role, `answer ${name} ${language}`),
    setAliases: async (community, name, aliases, role) =>
      write(community, withAliases(await read(community), name, aliases), role, `alias ${name}`),
    importFile: async (community, text, role) => write(community, readSettingsFile(text), role, 'import'),
    async undo(community, role) {
      const undone = await store.undo(community, { role, at: now().toISOString() });
      known.delete(community);
      return undone;
    },
    all: () => store.communities(),
    claim: (name) => store.claim(name, now().toISOString(), new Date(now().getTime() - CLAIMS_MS).toISOString()),
    isQuiet: ({ quietHours }) => isQuiet(quietHours, now()),
    history: (community) => store.history(community, HISTORY),
    noteUnanswered: (community, question) =>
      unlessBroken('question-not-kept', async () => {
        await store.forgetQuestionsBefore(new Date(now().getTime() - QUESTIONS_MS).toISOString());
        await store.addQuestion(community, { ...question, at: now().toISOString() });
      }),
    unanswered,
    async teach(community, id, means, role) {
      const cluster = await clusterOf(community, id);
      if (cluster === undefined) return undefined;
      const action = 'topic' in means ? `phrase ${means.topic}` : `answer ${means.language}`;
      await write(community, withPhrase(await read(community), cluster.text, means), role, action);
      await store.deleteQuestions(community, cluster.ids);
      return cluster;
    },
    async drop(community, id) {
      const cluster = await clusterOf(community, id);
      if (cluster) await store.deleteQuestions(community, cluster.ids);
    },
    async clearUnanswered(community) {
      const questions = await store.questions(community, QUESTIONS);
      await store.deleteQuestions(
        community,
        questions.map(({ id }) => id),
      );
    },
    count: (community, name) => unlessBroken('not-counted', () => store.count(community, today(), name)),
    lastWeek: (community) => store.counts(community, new Date(now().getTime() - WEEK_MS).toISOString().slice(0, 10)),
  };
}
