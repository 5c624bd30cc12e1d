import type { Paragraph } from '../../platform.ts';
import { shortFigure } from '../../reply/finding-text.ts';
import type { Translate } from '../../reply/i18n.ts';
import type { Comparison } from './attempts.ts';

/** What got better since the last photo, and the one thing that is left, in one paragraph. */
export function attemptParagraph(t: Translate, { solved, stillOpen, fresh, figures }: Comparison): Paragraph {
  const name = (code: string) => t(`advice:${code}.name`);
  const told = new Set(figures.map(({ code }) => code));
  const quietly = solved.filter((code) => !told.has(code));
  const left = [...stillOpen, ...fresh];
  const lines = [
    ...figures.map(({ code, before, now }) =>
      t('chat:attempts.figure', { name: name(code), before: shortFigure(t, before), now: shortFigure(t, now) }),
    ),
    ...(quietly.length > 0 ? [t('chat:attempts.solved', { names: quietly.map(name) })] : []),
    ...(left.length === 0 ? [t('chat:attempts.goodEnough')] : []),
    ...(left.length === 1 ? [t('chat:attempts.left', { name: name(left[0]!) })] : []),
    ...(left.length > 1 && stillOpen.length > 0 ? [t('chat:attempts.stillOpen', { names: stillOpen.map(name) })] : []),
    ...(left.length > 1 && fresh.length > 0 ? [t('chat:attempts.new', { names: fresh.map(name) })] : []),
  ];
  return { kind: 'text', text: lines.join('\n') };
}
