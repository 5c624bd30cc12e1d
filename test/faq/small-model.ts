import { judgeHeldOut, trainFaqModel } from '../../src/faq/train/train.ts';

/** A model of three topics, trained in a moment; the same on every call. */
export function smallModel() {
  const phrases = {
    $document: ['passport', 'licence', 'id card'],
    document_expired: ['my {document} has expired', 'is an expired {document} ok', 'expired', 'out of date {document}'],
    photo_blurry: ['my photo is blurry', 'the picture is (unclear|fuzzy)', 'blurry photo', 'not sharp'],
    out_of_scope: ['what is the weather', 'tell me a joke', 'play some music', 'who won the game'],
    greeting: ['hi', 'hello', 'hey there', 'good morning'],
  };
  const all = new Map([['en', phrases]]);
  return trainFaqModel(all, 'small', Promise.resolve(judgeHeldOut(all)));
}
