import { describe, expect, it } from 'vitest';
import { withAliases, withAnswer } from '../../../src/bots/community/canned.ts';
import { completeness, findCanned, SettingError } from '../../../src/bots/community/index.ts';
import { DEFAULT_SETTINGS } from '../../../src/bots/community/settings.ts';

const english = withAnswer(
  DEFAULT_SETTINGS,
  'fees',
  'en',
  'No fees before {{turnaround_busy}} have passed; {{unknown}} stays.',
);
const both = withAnswer(english, 'fees', 'es', 'Sin comisiones.');
const named = withAliases(both, 'fees', ['what does it cost', 'cuánto cuesta']);
const facts = { turnaround_busy: 'a day' };

describe('canned answers', () => {
  it('are found by name and alias, whatever the case and the signs, in the language of the reader', () => {
    expect(findCanned(named, 'Fees!', 'en', facts)?.text).toBe('No fees before a day have passed; {{unknown}} stays.');
    expect(findCanned(named, '¿CUÁNTO CUESTA?', 'es', facts)).toEqual({
      name: 'fees',
      language: 'es',
      text: 'Sin comisiones.',
    });
    expect(findCanned(named, 'fees please', 'en', facts)).toBeUndefined();
    expect(findCanned(named, '', 'en', facts)).toBeUndefined();
  });

  it('fall back to the community’s language, then English, then any', () => {
    expect(findCanned(named, 'fees', 'de', facts)?.language).toBe('en');
    expect(findCanned({ ...named, language: 'es' }, 'fees', 'de', facts)?.language).toBe('es');
    const onlySpanish = withAnswer(both, 'fees', 'en', '');
    expect(findCanned(onlySpanish, 'fees', 'de', facts)?.language).toBe('es');
  });

  it('prefer the community’s own facts', () => {
    const own = { ...named, facts: { turnaround_busy: { text: 'two days' } } };
    expect(findCanned(own, 'fees', 'en', facts)?.text).toContain('two days');
  });

  it('show what is missing, and go when their last words are taken away', () => {
    const more = withAnswer(named, 'limits', 'de', 'Keine.');
    expect(completeness(more)).toEqual([
      { name: 'fees', has: ['en', 'es'], lacks: ['de'] },
      { name: 'limits', has: ['de'], lacks: ['en', 'es'] },
    ]);
    expect(completeness(withAnswer(more, 'limits', 'de', ''))).toHaveLength(1);
  });

  it.each([
    ['', 'en', 'x'],
    ['<script>', 'en', 'x'],
    ['fees', 'english', 'x'],
    ['fees', 'en', 'x'.repeat(2000)],
  ])('are not kept as "%s" in %s', (name, language, text) => {
    expect(() => withAnswer(DEFAULT_SETTINGS, name, language, text)).toThrow(SettingError);
  });

  it('have no aliases before they have words', () => {
    expect(() => withAliases(DEFAULT_SETTINGS, 'fees', ['cost'])).toThrow(SettingError);
    expect(() => withAliases(named, 'fees', ['<b>'])).toThrow(SettingError);
  });
});
