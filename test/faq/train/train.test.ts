import { describe, expect, it } from 'vitest';
import { createFaqEngine } from '../../../src/faq/index.ts';
import { encodeModel } from '../../../src/faq/model-file.ts';
import { smallModel } from '../small-model.ts';

describe('trainFaqModel', () => {
  it('learns the same model from the same phrases, byte by byte', async () => {
    expect(encodeModel((await smallModel()).model)).toEqual(encodeModel((await smallModel()).model));
  });
  it('has every topic and language, and the word groups without their mark', async () => {
    const { model, summary } = await smallModel();
    expect(model.topics).toEqual(['document_expired', 'greeting', 'out_of_scope', 'photo_blurry']);
    expect(model.languages).toEqual(['en']);
    expect(model.groups).toEqual({ document: ['passport', 'licence', 'id card'] });
    expect(summary.phrases).toBe(16);
  });
  it('understands a phrase that it was taught', async () => {
    const { decision, topic, choices } = createFaqEngine((await smallModel()).model).answer({
      text: 'my licence has expired',
    });
    expect([topic, ...choices.map((choice) => choice.topic)]).toContain('document_expired');
    expect(['answer', 'choose']).toContain(decision);
  });
});
