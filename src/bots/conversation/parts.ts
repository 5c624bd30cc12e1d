import type { PhotoAnalyser } from '../../analysis/index.ts';
import type { FaqEngine } from '../../faq/index.ts';
import type { Communities, Settings } from '../community/index.ts';
import type { Keep } from '../keep/index.ts';
import type { Log } from '../log.ts';
import type { Translator } from '../reply/i18n.ts';
import type { Memory } from './coaching/memory.ts';

/** Everything that the conversation needs; it makes nothing itself. */
export interface ConversationParts {
  readonly analyser: Pick<
    PhotoAnalyser,
    'analyse' | 'drawPicture' | 'copyForUpload' | 'drawCard' | 'drawBars' | 'waiting'
  >;
  readonly faq: FaqEngine;
  readonly translator: Translator;
  readonly log: Log;
  /** The day by which expiry dates are judged, `YYYY-MM-DD`. */
  today(): string;
  readonly memory: Memory;
  /** Keeps what is not to happen again too soon from doing so. */
  readonly cooldowns: Pick<Keep, 'claim'>;
  /** What communities have set; undefined: nothing was ever set anywhere. */
  readonly communities?: Communities | undefined;
  /** Makes a link to the settings of a community in the browser, for somebody with a role; it works once. */
  readonly consoleLink?: ((community: string, role: string) => Promise<string>) | undefined;
  /** Whose limits photos are judged by where the person chose nobody: the id of a profile; undefined: the general ones. */
  readonly defaultProvider?: string | undefined;
  /** What holds in the community of the message at hand; undefined in private talk. */
  readonly settings?: Settings | undefined;
  /** For readers whose language nothing tells. */
  readonly defaultLanguage: string;
}
