import type { AccountDetails, Report } from '../../../analysis/index.ts';
import type { Button, Paragraph, Reply } from '../../platform.ts';
import { MAX_NAME_LENGTH } from '../../privacy.ts';
import type { Translate } from '../../reply/i18n.ts';
import { writeAction } from '../button-action.ts';
import type { Expectation } from './memory.ts';

/** What the dialogue says next, and what is expected then. */
export interface DialogueTurn {
  readonly reply: Reply;
  readonly expects: Expectation;
  readonly details: AccountDetails;
}

/** The first turn: asks for the name. */
export function askForName(t: Translate, language: string): DialogueTurn {
  return turn(t, language, 'account-name', 'askName', {}, [stopButton(t)]);
}

/** The person typed the name: asks for the date of birth. */
export function takeName(t: Translate, language: string, typed: string): DialogueTurn {
  const name = typed.trim().slice(0, MAX_NAME_LENGTH);
  const skip = { label: t('chat:buttons.skip'), action: writeAction({ kind: 'skip' }) };
  return turn(t, language, 'birth-date', 'askBirth', { name }, [skip, stopButton(t)]);
}

/** The person typed the date of birth, or nothing where they skipped it: asks for the photo. */
export function takeBirthDate(
  t: Translate,
  language: string,
  typed: string | undefined,
  details: AccountDetails,
): DialogueTurn {
  if (typed === undefined) return turn(t, language, 'comparison', 'askPhoto', details, [stopButton(t)]);
  const birthDate = readDate(typed);
  if (birthDate === undefined) {
    const skip = { label: t('chat:buttons.skip'), action: writeAction({ kind: 'skip' }) };
    return turn(t, language, 'birth-date', 'badDate', details, [skip, stopButton(t)]);
  }
  return turn(t, language, 'comparison', 'askPhoto', { ...details, birthDate }, [stopButton(t)]);
}

/** What came out of the comparison; a difference is a finding of the report and told there. */
export function comparisonNotes(t: Translate, { findings, isHolderRead }: Report): readonly Paragraph[] {
  if (findings.some(({ code }) => code === 'details-mismatch')) return [];
  return [{ kind: 'text', text: t(isHolderRead ? 'chat:names.fits' : 'chat:names.notRead') }];
}

function turn(
  t: Translate,
  language: string,
  expects: Expectation,
  text: string,
  details: AccountDetails,
  buttons: readonly Button[],
): DialogueTurn {
  const paragraphs = [{ kind: 'text', text: t(`chat:names.${text}`) }] as const;
  return { reply: { tone: 'plain', language, paragraphs, buttons, isPersonal: true }, expects, details };
}

function stopButton(t: Translate): Button {
  return { label: t('chat:buttons.stop'), action: writeAction({ kind: 'stop' }) };
}

/** Year, month and day in this order, whatever stands between them, as an ISO date; undefined when there is no such day. */
function readDate(typed: string): string | undefined {
  const match = /^\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(typed.normalize('NFKC').slice(0, 40));
  if (!match) return undefined;
  const [, year, month, day] = match;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}
