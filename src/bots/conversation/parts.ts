import type { PhotoAnalyser } from '../../analysis/index.ts';
import type { FaqEngine } from '../../faq/index.ts';
import type { Log } from '../log.ts';
import type { Translator } from '../reply/i18n.ts';
import type { Memory } from './coaching/memory.ts';

/** Everything that the conversation needs; it makes nothing itself. */
export interface ConversationParts {
  readonly analyser: Pick<PhotoAnalyser, 'analyse' | 'drawPicture' | 'copyForUpload' | 'drawCard' | 'waiting'>;
  readonly faq: FaqEngine;
  readonly translator: Translator;
  readonly log: Log;
  /** The day by which expiry dates are judged, `YYYY-MM-DD`. */
  today(): string;
  readonly memory: Memory;
  /** Whose limits photos are judged by where the person chose nobody: the id of a profile; undefined: the general ones. */
  readonly defaultProvider?: string | undefined;
  /** For readers whose language nothing tells. */
  readonly defaultLanguage: string;
}
