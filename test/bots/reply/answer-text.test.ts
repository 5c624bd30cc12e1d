import { describe, expect, it } from 'vitest';
import { answerText } from '../../../src/bots/reply/answer-text.ts';
import { createTranslator } from '../../../src/bots/reply/i18n.ts';
import type { Answer } from '../../../src/faq/index.ts';

const translator = createTranslator(new URL('../../../locales/', import.meta.url));
const say = (answer: Partial<Answer>, language = 'en') =>
  answerText(translator.t(language), {
    language,
    decision: 'answer',
    topic: null,
    alsoTopics: [],
    choices: [],
    score: 1,
    ...answer,
  });

describe('answerText', () => {
  it.each(translator.languages)('leaves no variable open in any answer in %s', (language) => {
    const topics = Object.keys(translator.t(language)('faq:', { returnObjects: true, defaultValue: {} }));
    for (const topic of ['turnaround_time', 'accepted_documents', 'file_format_size', 'retry_limit', ...topics]) {
      const text = say({ topic }, language);
      expect(text).not.toMatch(/\{\{|\}\}|faq:/);
    }
  });
  it('dates the facts, and only where there are some', () => {
    expect(say({ topic: 'turnaround_time' })).toContain('November 2026');
    expect(say({ topic: 'turnaround_time' }, 'es')).toContain('noviembre de 2026');
    expect(say({ topic: 'selfie_rules' })).not.toContain('2026');
  });
  it('adds the short answer to a second question', () => {
    const text = say({ topic: 'selfie_rules', alsoTopics: ['turnaround_time'] });
    expect(text).toContain('How long it takes\nMost checks take');
  });
  it('lists the topics to choose from by their titles', () => {
    const choices = [
      { topic: 'photo_blurry', score: 0.4 },
      { topic: 'photo_angle', score: 0.3 },
    ];
    const lines = say({ decision: 'choose', choices }).split('\n');
    expect(lines.slice(-2)).toEqual(['• Blur, glare and light', '• Corners, angle and sides']);
  });
  it('sends other troubles to the support of the service, and warns of strangers', () => {
    expect(say({ decision: 'handoff', topic: 'other_account_issue' })).toContain('never message you first');
  });
  it('refuses kindly and says what it does help with', () => {
    expect(say({ decision: 'refuse', topic: 'circumvention' })).toContain('gladly');
  });
  it('asks for a shared secret to be deleted and changed', () => {
    expect(say({ decision: 'refuse', topic: 'secret_shared' })).toMatch(/delete[\s\S]*Change the password/);
  });
  it('says what it knows about when it cannot answer', () => {
    expect(say({ decision: 'fallback' })).toContain('identity checks');
  });
});
