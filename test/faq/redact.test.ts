import { beforeAll, describe, expect, it } from 'vitest';
import { createFaqEngine, type FaqEngine, loadFaqModel } from '../../src/faq/index.ts';

let engine: FaqEngine;
beforeAll(() => {
  engine = createFaqEngine(loadFaqModel(new URL('../../dist/faq/model.bin', import.meta.url)));
});

describe('redact', () => {
  it('keeps the words that questions are made of', () => {
    expect(engine.redact('How long does the verification take?')).toBe('how long does the verification take?');
    expect(engine.redact('мой паспорт не принимают')).toBe('мой паспорт не принимают');
    expect(engine.redact('护照可以吗')).toContain('护照');
  });

  it.each([
    ['my name is Wolfgang Krzyzewski and my check failed', ['wolfgang', 'krzyzewski']],
    ['call me +49 170 1234567 or 0170-1234567', ['170', '1234567']],
    ['write to jane.doe@example.com or @janedoe99', ['jane', 'doe', 'example']],
    ['see https://verify-me.example/passport/photo?id=7', ['https', 'example', 'verify-me']],
    ['passport P<UTOERIKSSON<<ANNA<MARIA<<<<<<<', ['eriksson', 'anna']],
    ['document no L898902C3 born 12.08.1974', ['l898902c3', '1974', '12.08']],
    ['i live in Schnurrbartgasse 7b', ['schnurrbartgasse', '7b']],
    ['W.o.l.f.g.a.n.g', ['g.a.n.g']],
    ['ｗｏｌｆｇａｎｇ１２３', ['123', 'wolfgang']],
    ['w\u200bolfgan\u200bg kr\u00adzyz', ['kr\u00adzyz']],
    ['меня зовут Добрыня Крашенинников', ['добрыня', 'крашенинников']],
    ['٠١٢٣٤٥٦٧٨٩', ['٠١٢٣']],
    ['my wallet 0x52908400098527886E0F7030069857D2E4169EE7', ['0x5290', '5290']],
  ])('leaves nothing of "%s" that could tell who wrote it', (text, secrets) => {
    const redacted = engine.redact(text);
    for (const secret of secrets) expect(redacted).not.toContain(secret);
    expect(redacted).not.toMatch(/\p{N}/u);
  });

  it('bears everything', () => {
    for (const text of ['', '…', '🙂'.repeat(2000), 'a'.repeat(100_000), '\u0000\uffff', '@@@///:::']) {
      expect(typeof engine.redact(text)).toBe('string');
    }
  });
});
