import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../../src/bots/conversation/index.ts';
import { createMemoryKeep } from '../../../../src/bots/keep/index.ts';
import { english } from '../../../support/locales.ts';
import { findingWith, reportWith } from '../../../support/reports.ts';
import { BLURRED, conversationWith, message, photo, words } from '../conversation-with.ts';

const CORNERS = [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 9 },
  { x: 0, y: 9 },
] as const;
const CARD = { kind: 'card', corners: CORNERS } as const;
const glare = (areaPercent: number, confidence = 0.9) =>
  findingWith({ code: 'glare', confidence, values: { areaPercent } });
const shiny = reportWith({
  verdict: 'retake',
  document: CARD,
  side: 'front',
  findings: [glare(6), findingWith({ code: 'cropped', values: { side: 'left' } })],
  measures: { glare: { areaPercent: 6 } },
});
const better = reportWith({
  verdict: 'retake',
  document: CARD,
  side: 'front',
  findings: [findingWith({ code: 'cropped', values: { side: 'left' } })],
  measures: { glare: { areaPercent: 0.8 } },
});
const good = reportWith({ document: CARD, side: 'front', measures: { glare: { areaPercent: 0 } } });
const ready = (side: 'front' | 'back', parts = {}) => reportWith({ document: CARD, side, ...parts });
const talk = 'web:someone';
const sent = (count = 1) => message({ talk, photos: Array.from({ length: count }, () => photo()) });

describe('attempt to attempt', () => {
  it('tells what got better in figures, and the one thing that is left', async () => {
    const { respond } = conversationWith({ reports: [shiny, better, good] });
    const [first] = await respond(sent());
    expect(words(first)).not.toContain('→');
    const [second] = await respond(sent());
    expect(words(second)).toContain('Reflection: 6% → 0.8%');
    expect(words(second)).toContain(english('chat:attempts.left', { name: english('advice:cropped.name') }));
    const [third] = await respond(sent());
    expect(words(third)).toContain(english('chat:attempts.goodEnough'));
  });

  it('compares nothing of other people, of other parts, or after half an hour', async () => {
    let now = 1;
    const { respond } = conversationWith({
      reports: [shiny, better, reportWith({ as: 'selfie' }), better],
      memory: createMemory(createMemoryKeep(() => now)),
    });
    await respond(sent());
    const [other] = await respond(message({ talk: 'web:other', photos: [photo()] }));
    expect(words(other)).not.toContain('→');
    const [selfie] = await respond(sent());
    expect(words(selfie)).not.toContain(english('chat:attempts.goodEnough'));
    now += 31 * 60_000;
    const [late] = await respond(sent());
    expect(words(late)).not.toContain('→');
  });

  it('takes a lone borderline fault as a warning from the third try on, never what is missing or expired', async () => {
    const borderline = reportWith({ ...good, verdict: 'retake', findings: [glare(1.2, 0.85)] });
    const { respond } = conversationWith({ report: borderline });
    const headline = async () => words((await respond(sent()))[0]);
    expect(await headline()).toContain(english('chat:report.retake.document'));
    expect(await headline()).toContain(english('chat:report.retake.document'));
    const third = await headline();
    expect(third).toContain(english('chat:report.warn.document'));
    expect(third).toContain(english('chat:attempts.softened'));
    const expired = reportWith({ ...good, verdict: 'retake', findings: [findingWith({ code: 'expired' })] });
    const strict = conversationWith({ report: expired });
    for (let i = 0; i < 3; i++) await strict.respond(sent());
    expect(words((await strict.respond(sent()))[0])).toContain(english('chat:report.retake.document'));
  });

  it('is forgotten at once on demand', async () => {
    const { respond } = conversationWith({ reports: [shiny, better] });
    await respond(sent());
    const [forgotten] = await respond(message({ talk, pressed: 'forget' }));
    expect(forgotten?.forgets).toBe(true);
    expect(words((await respond(sent()))[0])).not.toContain('→');
  });
});

describe('the readiness card', () => {
  it('ends an album: each photo with how it stands, and what to do next', async () => {
    const { respond } = conversationWith({
      reports: [ready('front'), ready('back', shiny), reportWith({ as: 'selfie' })],
    });
    const replies = await respond(sent(3));
    expect(replies).toHaveLength(4);
    const card = replies.at(-1);
    expect(card?.picture?.jpeg).toEqual(new Uint8Array([2]));
    expect(words(card)).toContain(english('chat:card.title'));
    expect(words(card)).toContain(english('chat:card.ready'));
    expect(card?.paragraphs.filter(({ kind }) => kind === 'item')).toHaveLength(3);
  });

  it('says which photo is missing, and is offered by a button when photos come one after the other', async () => {
    const { respond } = conversationWith({ reports: [ready('front'), ready('back')] });
    await respond(sent());
    const [second] = await respond(sent());
    expect(second?.buttons.map(({ action }) => action)).toContain('card');
    const [card] = await respond(message({ talk, pressed: 'card' }));
    expect(words(card)).toContain(english('chat:card.sendNext', { photo: english('chat:photos.selfie') }));
  });

  it('notices the same side twice, and documents that do not belong together', async () => {
    const twice = conversationWith({ reports: [ready('front'), ready('front')] });
    expect(words((await twice.respond(sent(2))).at(-1))).toContain(english('advice:same-side-twice.name'));
    const different = conversationWith({
      reports: [ready('front', { daysLeft: 100 }), ready('back', { daysLeft: 900 })],
    });
    expect(words((await different.respond(sent(2))).at(-1))).toContain(english('advice:different-documents.name'));
  });

  it('is done when all is there', async () => {
    const { respond } = conversationWith({ reports: [ready('front'), ready('back'), reportWith({ as: 'selfie' })] });
    expect(words((await respond(sent(3))).at(-1))).toContain(english('chat:card.done'));
  });
});

describe('the plan', () => {
  it('has at most five numbered steps for these faults and this phone', async () => {
    const codes = ['cropped', 'glare', 'blur', 'tilted', 'too-dark'];
    const findings = codes.map((code) => findingWith({ code }));
    const { respond } = conversationWith({ report: reportWith({ verdict: 'retake', findings, phone: 'iphone' }) });
    await respond(sent());
    const [plan] = await respond(message({ talk, pressed: 'plan' }));
    const steps = plan?.paragraphs.filter(({ text }) => /^\d\. /.test(text)) ?? [];
    expect(steps.map(({ text }) => text[0])).toEqual(['1', '2', '3', '4', '5']);
    expect(words(plan)).toContain(english('chat:plan.iphone'));
    expect(steps.at(-1)?.text).toContain(english('chat:plan.check'));
  });

  it('says so when there is nothing to plan, or nothing left to do', async () => {
    const { respond } = conversationWith({ report: good });
    expect(words((await respond(message({ talk, pressed: 'plan' })))[0])).toBe(english('chat:plan.nothing'));
    await respond(sent());
    expect(words((await respond(message({ talk, pressed: 'plan' })))[0])).toBe(english('chat:plan.done'));
  });
});

describe('the check without a photo', () => {
  it('asks one question after the other and tells what to take again', async () => {
    const { respond } = conversationWith();
    const press = async (action: string) => (await respond(message({ pressed: action })))[0];
    let reply = await press('quiz');
    expect(reply?.buttons.map(({ action }) => action)).toContain('quiz:selfie:');
    reply = await press('quiz:selfie:');
    const answers = ['y', 'n', 'y', 'u', 'y'];
    for (const letter of answers) {
      const next = reply?.buttons.find(({ action }) => action.endsWith(letter))?.action;
      reply = await press(next ?? '');
    }
    expect(words(reply)).toContain(english('chat:quiz.bad'));
    expect(reply?.paragraphs.filter(({ kind }) => kind === 'item').map((item) => 'tone' in item && item.tone)).toEqual([
      'bad',
      'caution',
    ]);
    expect(words(await press('quiz:selfie:yyyyy'))).toContain(english('chat:quiz.good'));
  });
});

describe('the name helper', () => {
  const say = (text: string) => message({ talk, text });

  it('asks for name and date of birth, compares them with the next photo, and keeps neither', async () => {
    const { respond, submissions, questions } = conversationWith({ report: { ...good, isHolderRead: true } });
    await respond(message({ talk, pressed: 'name' }));
    const [askedBirth] = await respond(say('Maria Olivia Example'));
    expect(askedBirth?.isPersonal).toBe(true);
    const [again] = await respond(say('yesterday'));
    expect(words(again)).toBe(english('chat:names.badDate'));
    const [askedPhoto] = await respond(say('1990/2/3'));
    expect(words(askedPhoto)).toBe(english('chat:names.askPhoto'));
    const [reply] = await respond(sent());
    expect(submissions[0]?.details).toEqual({ name: 'Maria Olivia Example', birthDate: '1990-02-03' });
    expect(words(reply)).toContain(english('chat:names.fits'));
    expect(words(reply)).not.toContain('Maria');
    await respond(sent());
    expect(submissions[1]?.details).toBeUndefined();
    expect(questions).toEqual([]);
  });

  it('lets the date be skipped and the dialogue be stopped', async () => {
    const { respond, submissions, questions } = conversationWith({ report: good });
    await respond(message({ talk, pressed: 'name' }));
    await respond(say('Maria'));
    await respond(message({ talk, pressed: 'skip' }));
    const [reply] = await respond(sent());
    expect(submissions[0]?.details).toEqual({ name: 'Maria' });
    expect(words(reply)).toContain(english('chat:names.notRead'));
    await respond(message({ talk, pressed: 'name' }));
    await respond(message({ talk, pressed: 'stop' }));
    await respond(say('how long does it take'));
    expect(questions).toHaveLength(1);
  });

  it('forgets what was typed when no photo comes within ten minutes', async () => {
    let now = 1;
    const { respond, submissions } = conversationWith({
      report: good,
      memory: createMemory(createMemoryKeep(() => now)),
    });
    await respond(message({ talk, pressed: 'name' }));
    await respond(say('Maria'));
    now += 11 * 60_000;
    await respond(sent());
    expect(submissions[0]?.details).toBeUndefined();
  });
});

describe('providers', () => {
  it('are told apart where they differ, and the chosen one counts from then on', async () => {
    const byProvider = {
      onfido: { verdict: 'ready', blockers: [] },
      sumsub: { verdict: 'retake', blockers: ['file-too-small'] },
    } as const;
    const { respond, submissions } = conversationWith({ report: reportWith({ ...good, byProvider }) });
    const [reply] = await respond(sent());
    expect(words(reply)).toContain(english('chat:providers.fine', { names: ['Onfido'] }));
    expect(words(reply)).toContain('Not for Sumsub: Very small file.');
    const [choice] = await respond(message({ talk, pressed: 'providers' }));
    expect(choice?.buttons.map(({ action }) => action)).toContain('provider:sumsub');
    await respond(message({ talk, pressed: 'provider:sumsub' }));
    await respond(sent());
    expect(submissions.map(({ provider }) => provider)).toEqual([undefined, 'sumsub']);
    const [unknown] = await respond(message({ talk, pressed: 'provider:nobody' }));
    expect(words(unknown)).toBe(english('chat:errors.bad-request'));
  });

  it('hold for everybody where the operator has one', async () => {
    const { respond, submissions } = conversationWith({ defaultProvider: 'stripe' });
    await respond(sent());
    expect(submissions[0]?.provider).toBe('stripe');
  });
});

describe('a rejection', () => {
  it('that is pasted is told in plain words, in the order of its codes', async () => {
    const { respond, questions } = conversationWith();
    const [reply] = await respond(
      message({ talk, text: 'Your check failed: UNSATISFACTORY_PHOTOS, BACK_SIDE_MISSING' }),
    );
    expect(words(reply)).toContain(
      english('chat:decoder.known', { provider: 'Sumsub', code: 'UNSATISFACTORY_PHOTOS' }),
    );
    expect(words(reply)).toContain(english('chat:decoder.causes.document-unreadable.do'));
    expect(words(reply)).toContain(english('advice:missing-back.do'));
    expect(questions).toEqual([]);
  });

  it('whose code is unknown is not guessed at', async () => {
    const { respond } = conversationWith();
    await respond(message({ talk, pressed: 'decode' }));
    expect(words((await respond(message({ talk, text: 'SOME_NEW_CODE' })))[0])).toBe(english('chat:decoder.unknown'));
    const [direct] = await respond(message({ talk, pressed: 'decode', text: 'veriff 207' }));
    expect(words(direct)).toContain(english('advice:expired.do'));
  });

  it('is not taken out of public talk, nor out of questions', async () => {
    const { respond, questions } = conversationWith();
    await respond(message({ isPublic: true, text: 'UNSATISFACTORY_PHOTOS' }));
    await respond(message({ talk, text: 'your document has expired, what does that mean?' }));
    expect(questions).toHaveLength(2);
  });
});

describe('the copy', () => {
  it('is made of the photo that a button belongs to, or of the next one', async () => {
    const asked: unknown[] = [];
    const copyForUpload = async (request: unknown) => {
      asked.push(request);
      return {
        kind: 'copy',
        jpeg: new Uint8Array(70_000),
        widthPx: 400,
        heightPx: 300,
        format: 'heic',
        changes: ['format', 'metadata'],
        maxSizeBytes: 4_000_000,
      } as const;
    };
    const { respond, submissions } = conversationWith({ analyser: { copyForUpload } });
    const [reply] = await respond({ ...sent(), pressed: 'copy' });
    expect(reply?.file).toMatchObject({ name: 'photo.jpg', mediaType: 'image/jpeg' });
    expect(words(reply)).toContain(english('chat:copy.changed.format', { format: 'heic' }));
    expect(words(reply)).toContain(english('chat:copy.untouched'));
    const [asks] = await respond(message({ talk, pressed: 'copy' }));
    expect(words(asks)).toBe(english('chat:copy.ask'));
    await respond(sent());
    expect(asked).toHaveLength(2);
    expect(submissions).toEqual([]);
    await respond(sent());
    expect(submissions).toHaveLength(1);
  });
});

describe('what is remembered', () => {
  it('is nothing where nobody is told apart', async () => {
    const { respond } = conversationWith({ reports: [shiny, better] });
    await respond(message({ photos: [photo()] }));
    expect(words((await respond(message({ photos: [photo()] })))[0])).not.toContain('→');
    expect(words((await respond(message({ pressed: 'plan' })))[0])).toBe(english('chat:plan.nothing'));
  });

  it('keeps no more people than it has room for, and no text of a document', async () => {
    const memory = createMemory(createMemoryKeep());
    const { respond } = conversationWith({
      report: { ...BLURRED, revealed: { mrz: ['P<UTO'], barcode: null, expiry: null } },
      memory,
    });
    await respond(sent());
    expect(JSON.stringify(await memory.recall(talk))).not.toContain('UTO');
    expect((await memory.recall(talk)).photos?.front?.tries).toBe(1);
  });
});
