/** The door of the conversation: adapters and `main.ts` import from here. */
export { createMemory } from './coaching/memory.ts';
export { createConversation } from './conversation.ts';
export { createCooldowns } from './cooldowns.ts';
export type { ConversationParts } from './parts.ts';
export { POPULAR_TOPICS, topicButtons } from './question-reply.ts';
export { suggestQuestions } from './suggest-questions.ts';
