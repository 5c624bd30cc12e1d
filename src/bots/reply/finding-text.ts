import type { TFunction } from 'i18next';
import type { Finding } from '../../analysis/index.ts';

/** One finding in the reader's language. */
export interface FindingText {
  readonly name: string;
  readonly why: string;
  readonly do: string;
  /** What was measured, in words; undefined when there is no figure or a part of it was not measured. */
  readonly measured: string | undefined;
}

/** The texts of a finding; a side, a cause or a problem picks its own wording where there is one (`do_left`). */
export function findingText(t: TFunction, { code, values }: Pick<Finding, 'code' | 'values'>): FindingText {
  const variant = findingVariant(values);
  const options = variant === undefined ? values : { ...values, context: variant };
  return {
    name: t(`advice:${code}.name`, options),
    why: t(`advice:${code}.why`, options),
    do: t(`advice:${code}.do`, options),
    measured: measuredText(t, `advice:${code}.measured`, options),
  };
}

/** What picks the wording of a finding: its side, cause or problem; undefined when there is one wording only. */
export function findingVariant(values: Finding['values']): string | undefined {
  const variant = values.side ?? values.cause ?? values.problem ?? ('dpi' in values ? 'dpi' : undefined);
  return variant === undefined ? undefined : String(variant);
}

/** How a value reads by the end of its name. */
const SHORT_FIGURES: readonly (readonly [name: RegExp, pattern: string])[] = [
  [/Percent$/, '{{value, percent}}'],
  [/Degrees$/, '{{value, degrees}}'],
  [/^dpi$/, '{{value, number}} dpi'],
  [/Px$/, '{{value, number}} px'],
];

/** The first figure of some values without any words, as "6%". */
export function shortFigure(t: TFunction, values: Finding['values']): string {
  const [[name, value] = ['', '']] = Object.entries(values);
  const pattern = SHORT_FIGURES.find(([names]) => names.test(name))?.[1] ?? '{{value}}';
  // Not a text but a way of writing numbers in the reader's language: no key has it.
  return t('chat:', { defaultValue: pattern, value });
}

/** A figure is told only when every number in it is there: half a figure is worse than none. */
function measuredText(t: TFunction, key: string, options: Readonly<Record<string, unknown>>): string | undefined {
  const pattern = t(key, { ...options, skipInterpolation: true, defaultValue: '' });
  if (pattern === '') return undefined;
  const wanted = [...pattern.matchAll(/\{\{\s*(\w+)/g)].map((match) => String(match[1]));
  return wanted.every((name) => options[name] !== undefined) ? t(key, options) : undefined;
}
