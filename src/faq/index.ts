/** The door of the FAQ engine: a message and what was learnt in, a decision and a topic out. Knows no chat and no words to say. */
export { createFaqEngine, type FaqEngine } from './engine.ts';
export { FACTS, type Fact } from './facts.ts';
export { loadFaqModel } from './model-file.ts';
export { type Decoded, type DecodedMessage, decodeRejection } from './rejections/decode-rejection.ts';
export type { Answer, Choice, Decision, FaqModel, Question } from './types.ts';
