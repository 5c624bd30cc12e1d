import { AnalyserBusyError, type CopyOutcome, type PhotoAnalyser } from '../../../analysis/index.ts';
import type { IncomingPhoto, Reply } from '../../platform.ts';
import type { Translate } from '../../reply/i18n.ts';
import { receivePhoto } from '../receive-photo.ts';
import { UserFacingError } from '../user-facing-error.ts';

const FILE_NAME = 'photo.jpg';

/** What making a copy needs. */
export interface CopyParts {
  readonly analyser: Pick<PhotoAnalyser, 'copyForUpload'>;
  readonly t: Translate;
  readonly language: string;
  readonly provider: string | undefined;
}

/** The upload-ready copy of a photo with a list of what was changed. Throws as `photoReply` does. */
export async function copyReply(photo: IncomingPhoto, { analyser, t, language, provider }: CopyParts): Promise<Reply> {
  const bytes = await receivePhoto(photo);
  const outcome = await copied(analyser, bytes, provider);
  const said = (...lines: readonly string[]) => lines.map((text) => ({ kind: 'text', text }) as const);
  switch (outcome.kind) {
    case 'fine':
      return { tone: 'good', language, paragraphs: said(t('chat:copy.fine')), buttons: [] };
    case 'too-large':
      return { tone: 'bad', language, paragraphs: said(t('chat:copy.tooLarge', { ...outcome })), buttons: [] };
    case 'unreadable':
      return {
        tone: 'bad',
        language,
        paragraphs: said(`${t('advice:unreadable-file.why')} ${t('advice:unreadable-file.do')}`),
        buttons: [],
      };
    case 'copy': {
      const { jpeg, widthPx, heightPx, changes } = outcome;
      const { format, maxSizeBytes } = outcome;
      const done = t('chat:copy.done', { width: widthPx, height: heightPx, sizeBytes: jpeg.byteLength });
      const changed = changes.map((change) => `• ${t(`chat:copy.changed.${change}`, { format, maxSizeBytes })}`);
      return {
        tone: 'good',
        language,
        paragraphs: [
          { kind: 'headline', text: done },
          { kind: 'text', text: [...changed, `• ${t('chat:copy.untouched')}`].join('\n') },
        ],
        buttons: [],
        file: { bytes: jpeg, name: FILE_NAME, mediaType: 'image/jpeg' },
      };
    }
  }
}

async function copied(
  analyser: CopyParts['analyser'],
  bytes: Uint8Array,
  provider: string | undefined,
): Promise<CopyOutcome> {
  try {
    return await analyser.copyForUpload({ bytes, provider });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError')
      throw new UserFacingError('took-too-long', {}, { cause });
    if (cause instanceof AnalyserBusyError) throw new UserFacingError('busy', {}, { cause });
    throw cause;
  }
}
