import { describe, expect, it } from 'vitest';
import { AnalyserBusyError } from '../../../src/analysis/index.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTOS_PER_MESSAGE } from '../../../src/bots/privacy.ts';
import type { Answer } from '../../../src/faq/index.ts';
import { english, spanish } from '../../support/locales.ts';
import { ANSWER, BLURRED, conversationWith, message, photo, words } from './conversation-with.ts';

describe('a photo', () => {
  it('is judged by the day and as the kind that was chosen, and only the ending of its name goes along', async () => {
    const { respond, submissions } = conversationWith();
    await respond(message({ photos: [photo()], judgeAs: 'selfie' }));
    expect(submissions[0]).toMatchObject({ as: 'selfie', today: '2026-11-23', declaredExtension: 'jpg' });
    expect(JSON.stringify(submissions[0])).not.toContain('Maria');
  });

  it('gets the verdict, the step, the picture and buttons for the other kinds', async () => {
    const { respond } = conversationWith();
    const [reply] = await respond(message({ photos: [photo()] }));
    expect(reply?.tone).toBe('bad');
    expect(words(reply)).toContain(english('advice:blur.do'));
    expect(reply?.picture).toEqual({ jpeg: new Uint8Array([1]), altText: english('chat:report.pictureAlt.marked') });
    expect(reply?.buttons.map(({ action }) => action)).toEqual([
      'why:blur',
      'plan',
      'topic:photo_tips',
      'copy',
      'as:selfie',
      'as:selfie-with-document',
      'helpful:yes',
      'helpful:no',
    ]);
  });

  it('is explained by its buttons: why it matters, tips, and a kind word to what people think of it', async () => {
    const { respond, logLines } = conversationWith();
    const press = async (pressed: string) => words((await respond(message({ pressed })))[0]);
    expect(await press('why:blur')).toContain(english('advice:blur.why'));
    expect(await press('why:cropped:left')).toContain(english('advice:cropped.do', { context: 'left' }));
    expect(await press('why:made-up')).toBe(english('chat:errors.bad-request'));
    expect(await press('topic:photo_tips')).toContain('1. ');
    expect(await press('helpful:yes')).toBe(english('chat:feedback.thanks'));
    expect(await press('helpful:no')).toBe(english('chat:feedback.sorry'));
    expect(logLines.join('')).toContain('"not-helpful"');
  });

  it('is answered in the language of the reader', async () => {
    const { respond } = conversationWith();
    const [reply] = await respond(message({ photos: [photo()], languageHint: 'es-AR' }));
    expect(reply?.language).toBe('es');
    expect(words(reply)).toContain(spanish('advice:blur.do'));
  });

  it('in public is neither downloaded nor judged, and nothing is said of what it shows', async () => {
    let downloads = 0;
    const { respond, submissions, logLines } = conversationWith();
    const download = async () => {
      downloads += 1;
      return new Uint8Array(1);
    };
    const posted = (isToBot: boolean) =>
      respond(message({ isPublic: true, isToBot, photos: [photo({ download })], text: 'is it ok?' }));
    const replies = await posted(true);
    expect(replies.map(words)).toEqual([english('chat:public.photo')]);
    expect(replies[0]).toMatchObject({ invitesPrivately: true });
    expect(replies[0]?.picture).toBeUndefined();
    // Among people who talk to each other not even that is said.
    expect(await posted(false)).toEqual([]);
    expect([downloads, submissions.length, logLines.length]).toEqual([0, 0, 0]);
  });

  it('that is too large is refused in words, without a download', async () => {
    const { respond, submissions } = conversationWith();
    const [reply] = await respond(message({ photos: [photo({ sizeBytes: MAX_PHOTO_BYTES + 1 })] }));
    expect(words(reply)).toBe(english('chat:errors.too-large', { maxSizeBytes: MAX_PHOTO_BYTES }));
    expect(words(reply)).toContain('20 MB');
    expect(submissions).toEqual([]);
  });

  it('whose judging is lost gets a kind word in the reader’s language and no trace of the cause', async () => {
    const { respond, logLines } = conversationWith({
      analyser: {
        analyse: () => Promise.reject(new Error('worker died on Maria Olivia')),
        drawPicture: async () => undefined,
        waiting: 0,
      },
    });
    const [reply] = await respond(message({ photos: [photo()], languageHint: 'es' }));
    expect(words(reply)).toBe(spanish('chat:errors.lost'));
    expect(logLines.join('')).toContain('photo-failed');
    expect(logLines.join('')).not.toContain('Maria');
  });

  it('that takes too long is given up with advice', async () => {
    const tooLong = Object.assign(new Error('The task has been aborted'), { name: 'AbortError' });
    const { respond } = conversationWith({
      analyser: { analyse: () => Promise.reject(tooLong), drawPicture: async () => undefined, waiting: 0 },
    });
    expect(words((await respond(message({ photos: [photo()] })))[0])).toBe(english('chat:errors.took-too-long'));
  });

  it('that finds no room in the queue is asked to come again', async () => {
    const full = new AnalyserBusyError('200 photos are waiting, at most 200 may');
    const { respond } = conversationWith({
      analyser: { analyse: () => Promise.reject(full), drawPicture: async () => undefined, waiting: 0 },
    });
    expect(words((await respond(message({ photos: [photo()] })))[0])).toBe(english('chat:errors.busy'));
  });

  it('that comes after others is told its place at once, and one that takes long that it is looked at', async () => {
    const told: string[] = [];
    const slow = (waiting: number) =>
      conversationWith({
        analyser: {
          analyse: () => new Promise((resolve) => setTimeout(() => resolve(BLURRED), 2300)),
          drawPicture: async () => undefined,
          waiting,
        },
      }).respond(message({ photos: [photo()] }), (text) => told.push(text));
    await slow(3);
    await slow(0);
    expect(told).toEqual([english('chat:progress.before', { count: 3 }), english('chat:progress.looking')]);
  });

  it('whose picture cannot be drawn still gets its words', async () => {
    const { respond } = conversationWith({
      analyser: { analyse: async () => BLURRED, drawPicture: () => Promise.reject(new Error('no')), waiting: 0 },
    });
    const [reply] = await respond(message({ photos: [photo()] }));
    expect(words(reply)).toContain(english('advice:blur.do'));
    expect(reply?.picture).toBeUndefined();
  });

  it('leaves codes and durations in the log and nothing of the person', async () => {
    const { respond, logLines } = conversationWith();
    await respond(message({ photos: [photo()] }));
    const line = JSON.parse(logLines[0] as string);
    expect(line).toMatchObject({ event: 'photo', platform: 'web', locale: 'en', verdict: 'retake', codes: ['blur'] });
    expect(Object.keys(line).sort()).toEqual([
      'codes',
      'durationMs',
      'event',
      'level',
      'locale',
      'platform',
      'time',
      'verdict',
    ]);
  });
});

describe('an album', () => {
  it('gets one reply per photo; one that fails does not stop the others', async () => {
    const { respond } = conversationWith();
    const broken = photo({ download: () => Promise.reject(new Error('gone')) });
    const replies = await respond(message({ photos: [photo(), broken, photo()] }));
    expect(replies.map(({ picture }) => picture !== undefined)).toEqual([true, false, true, true]);
    expect(words(replies[1])).toBe(english('chat:errors.not-received'));
    expect(words(replies[3])).toContain(english('chat:card.title'));
  });

  it('of more photos than are looked at says so', async () => {
    const { respond, submissions } = conversationWith();
    const replies = await respond(
      message({ photos: Array.from({ length: MAX_PHOTOS_PER_MESSAGE + 3 }, () => photo()) }),
    );
    expect(submissions).toHaveLength(MAX_PHOTOS_PER_MESSAGE);
    expect(words(replies.at(-1))).toContain(String(MAX_PHOTOS_PER_MESSAGE));
  });

  it('with a question in its caption gets the answer as well', async () => {
    const { respond } = conversationWith();
    const replies = await respond(message({ photos: [photo()], text: 'how should a selfie look?' }));
    expect(replies).toHaveLength(2);
    expect(replies[1]?.topic).toBe('selfie_rules');
  });

  it('with a caption that is no question gets no remark on it', async () => {
    const { respond } = conversationWith({ answer: { ...ANSWER, decision: 'fallback', topic: null } });
    expect(await respond(message({ photos: [photo()], text: 'here it is' }))).toHaveLength(1);
  });
});

describe('a question', () => {
  it('gets its answer, and what one may ask next as buttons', async () => {
    const { respond } = conversationWith();
    const [reply] = await respond(message({ text: 'how should a selfie look?' }));
    expect(reply?.topic).toBe('selfie_rules');
    expect(words(reply).length).toBeGreaterThan(20);
    expect(reply?.buttons.length).toBeGreaterThan(0);
    for (const { label, action } of reply?.buttons ?? []) {
      const topic = /^topic:(.+)$/.exec(action)?.[1];
      expect(label).toBe(english(`faq:${topic}.title`));
    }
  });

  it('that could mean several things offers each as a button', async () => {
    const choices = [
      { topic: 'photo_blurry', score: 0.4 },
      { topic: 'photo_angle', score: 0.3 },
    ];
    const { respond } = conversationWith({ answer: { ...ANSWER, decision: 'choose', topic: null, choices } });
    const [reply] = await respond(message({ text: 'photo bad' }));
    expect(reply?.buttons.map(({ action }) => action)).toEqual(['topic:photo_blurry', 'topic:photo_angle']);
    expect(words(reply)).toBe(english('faq:decisions.choose'));
  });

  it('hands the engine what was said before', async () => {
    const { respond, questions } = conversationWith();
    await respond(message({ text: 'and how long then?', previousText: 'it was rejected', lastTopic: 'retry_limit' }));
    expect(questions[0]).toMatchObject({ context: 'it was rejected', lastTopic: 'retry_limit' });
  });

  it('tells the engine the language when it was chosen or the text is too short to show it', async () => {
    const { respond, questions } = conversationWith();
    await respond(message({ text: 'how long does it take', chosenLanguage: 'es' }));
    await respond(message({ text: 'ok', languageHint: 'es' }));
    await respond(message({ text: 'how long does it take', languageHint: 'es' }));
    expect(questions.map(({ preferredLanguage }) => preferredLanguage)).toEqual(['es', 'es', undefined]);
  });

  it('among people who talk to each other is answered only when the bot is sure, or a secret is at stake', async () => {
    const overheard = message({ isPublic: true, isToBot: false, text: 'some words here' });
    const silent = async (answer: Answer) => (await conversationWith({ answer }).respond(overheard)).length === 0;
    expect(await silent(ANSWER)).toBe(false);
    expect(await silent({ ...ANSWER, decision: 'refuse', topic: 'secret_shared' })).toBe(false);
    expect(await silent({ ...ANSWER, decision: 'fallback', topic: null })).toBe(true);
    expect(await silent({ ...ANSWER, decision: 'smalltalk', topic: 'greeting' })).toBe(true);
    expect(
      await silent({ ...ANSWER, decision: 'choose', topic: null, choices: [{ topic: 'photo_blurry', score: 1 }] }),
    ).toBe(true);
  });

  it('leaves its decision in the log and none of its words', async () => {
    const { respond, logLines } = conversationWith();
    await respond(message({ text: 'my name is Maria Olivia' }));
    expect(JSON.parse(logLines[0] as string)).toMatchObject({
      event: 'question',
      decision: 'answer',
      topic: 'selfie_rules',
    });
    expect(logLines.join('')).not.toContain('Maria');
  });
});

describe('a button', () => {
  it('of a topic gives its answer', async () => {
    const { respond } = conversationWith();
    const [reply] = await respond(message({ pressed: 'topic:accepted_documents' }));
    expect(reply?.topic).toBe('accepted_documents');
  });

  it.each(['topic:decisions', 'topic:no_such_topic'])('of an unknown topic says so: %s', async (pressed) => {
    const { respond } = conversationWith();
    expect(words((await respond(message({ pressed })))[0])).toBe(english('chat:errors.bad-request'));
  });

  it('for another kind asks for the photo again, because it is forgotten', async () => {
    const { respond } = conversationWith();
    expect(words((await respond(message({ pressed: 'as:selfie' })))[0])).toBe(english('chat:judgeAgain.selfie'));
  });

  it('with a photo that the adapter still has judges it as that kind', async () => {
    const { respond, submissions } = conversationWith();
    await respond(message({ pressed: 'as:selfie', judgeAs: 'selfie', photos: [photo()] }));
    expect(submissions[0]?.as).toBe('selfie');
  });
});

describe('an empty message', () => {
  it('to the bot gets the welcome with both privacy lines', async () => {
    const { respond } = conversationWith();
    const [reply] = await respond(message());
    expect(words(reply)).toContain(english('chat:welcome.privacyMemory'));
    expect(words(reply)).toContain(english('chat:welcome.privacyRole'));
    expect(reply?.buttons.length).toBeGreaterThan(2);
  });

  it('among people gets silence', async () => {
    const { respond } = conversationWith();
    expect(await respond(message({ isPublic: true, isToBot: false }))).toEqual([]);
  });
});
