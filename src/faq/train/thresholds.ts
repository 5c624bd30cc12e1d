import { softmax } from '../linear.ts';
import { decisionFor } from '../topics.ts';
import type { Thresholds } from '../types.ts';
import type { HeldOut } from './calibrate.ts';

/**
 * What each outcome is worth. To speak up about what is none of our business is the worst ("false positives are the main
 * objection" of moderators); a wrong topic costs less, as the buttons below it lead on; being asked
 * back is worth a third of an answer.
 */
const WORTH = {
  rightAnswer: 1,
  wrongTopic: -0.3,
  notOurs: -1,
  rightChoice: 0.3,
  wrongChoice: -0.4,
  wronglyDeclined: -0.4,
  rightlyDeclined: 1,
} as const;

/** Share of messages that are no question of ours, in a channel that is there for help with identity checks. */
const NOT_OURS_RATIO = 1 / 3;

const MAX_CHOICES = 3;
/** Less worth than this is within what chance makes of a few thousand phrases. */
const AS_GOOD = 0.003;
/** Of held-out phrases this share may be less known than the limit: a phrase of ours is never gibberish. */
const UNKNOWN_RATIO = 0.002;

/** Finds the limits that are worth most on held-out phrases. */
export function fitThresholds(heldOut: readonly HeldOut[], topics: readonly string[], temperature: number): Thresholds {
  const isAnswered = topics.map((topic) => decisionFor(topic) === 'answer');
  const oursCount = heldOut.filter(({ label }) => isAnswered[label]).length;
  const weightOf = (isOurs: boolean | undefined) =>
    isOurs ? (1 - NOT_OURS_RATIO) / oursCount : NOT_OURS_RATIO / (heldOut.length - oursCount);
  const guesses = heldOut.map(({ logits, label }) => {
    const answerable = [...softmax(logits, temperature)]
      .map((score, topic) => ({ score, topic }))
      .filter(({ topic }) => isAnswered[topic])
      .sort((a, b) => b.score - a.score);
    const ours = answerable.reduce((sum, { score }) => sum + score, 0);
    const choices = answerable.slice(0, MAX_CHOICES).map(({ topic }) => topic);
    return { label, ours, share: (answerable[0]?.score ?? 0) / ours, choices };
  });
  const worthOf = (
    { label, ours, share, choices }: (typeof guesses)[number],
    oursLimit: number,
    clearLimit: number,
  ) => {
    const isOurs = isAnswered[label];
    if (ours < oursLimit) return isOurs ? WORTH.wronglyDeclined : WORTH.rightlyDeclined;
    if (share < clearLimit) return choices.includes(label) ? WORTH.rightChoice : WORTH.wrongChoice;
    if (choices[0] === label) return WORTH.rightAnswer;
    return isOurs ? WORTH.wrongTopic : WORTH.notOurs;
  };
  const tried: { readonly ours: number; readonly clear: number; readonly worth: number }[] = [];
  for (const ours of steps(0.3, 0.9)) {
    for (const clear of steps(0.2, 0.8)) {
      const worth = guesses.reduce(
        (sum, guess) => sum + weightOf(isAnswered[guess.label]) * worthOf(guess, ours, clear),
        0,
      );
      tried.push({ ours, clear, worth });
    }
  }
  // The best pair of all is so by chance: the middle of those that are as good is what more phrases would find.
  const best = Math.max(...tried.map(({ worth }) => worth));
  const good = tried.filter(({ worth }) => worth >= best - AS_GOOD);
  const middle = (name: 'ours' | 'clear') => round(good.reduce((sum, pair) => sum + pair[name], 0) / good.length);
  const known = heldOut.map(({ knownRatio }) => knownRatio).sort((a, b) => a - b);
  return {
    ours: middle('ours'),
    clear: middle('clear'),
    known: round(known[Math.floor(known.length * UNKNOWN_RATIO)] ?? 0),
  };
}

/** From `low` to `high` in hundredths, two at a time. */
function steps(low: number, high: number): readonly number[] {
  return Array.from({ length: Math.round((high - low) * 50) + 1 }, (_, i) => round(low + i / 50));
}

const round = (value: number): number => Math.round(value * 100) / 100;
