import { profiles, type Report } from '../../../analysis/index.ts';
import type { Button, Paragraph, Reply } from '../../platform.ts';
import type { Translate } from '../../reply/i18n.ts';
import { writeAction } from '../button-action.ts';

/** The providers to choose from. */
export function providersReply(t: Translate, language: string): Reply {
  const [{ date } = { date: '' }] = profiles.map((profile) => profile).sort((a, b) => b.date.localeCompare(a.date));
  const buttons = profiles.map(
    ({ id }): Button => ({ label: providerName(t, id), action: writeAction({ kind: 'provider', id }) }),
  );
  return {
    tone: 'plain',
    language,
    paragraphs: [{ kind: 'text', text: t('chat:providers.choose', { date }) }],
    buttons,
  };
}

/** What is said when one was chosen; undefined when there is no such provider. */
export function providerChosenReply(t: Translate, language: string, id: string): Reply | undefined {
  if (!profiles.some((profile) => profile.id === id)) return undefined;
  const text = t('chat:providers.chosen', { name: providerName(t, id) });
  return { tone: 'plain', language, paragraphs: [{ kind: 'text', text }], buttons: [] };
}

/** Which providers take the photo although others refuse it, and why; nothing when they are all of one mind. */
export function providerNotes(t: Translate, { byProvider, findings }: Report): readonly Paragraph[] {
  const told = new Set(findings.filter(({ severity }) => severity === 'blocker').map(({ code }) => code));
  const named = profiles.filter(({ id, name }) => name !== undefined && byProvider[id] !== undefined);
  const refusing = named.filter(({ id }) => byProvider[id]!.blockers.some((code) => !told.has(code)));
  const taking = named.filter(({ id }) => byProvider[id]!.blockers.length === 0);
  if (refusing.length === 0 && (told.size === 0 || taking.length === 0)) return [];
  const lines = [
    ...(taking.length > 0 ? [t('chat:providers.fine', { names: taking.map(({ name }) => name) })] : []),
    ...refusing.map(({ id, name }) => {
      const names = byProvider[id]!.blockers.filter((code) => !told.has(code)).map((code) => t(`advice:${code}.name`));
      return t('chat:providers.notFine', { name, names });
    }),
  ];
  return [{ kind: 'note', text: lines.join('\n') }];
}

function providerName(t: Translate, id: string): string {
  return profiles.find((profile) => profile.id === id)?.name ?? t('chat:providers.generic');
}
