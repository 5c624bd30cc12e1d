/** The door of the conversation: adapters and `main.ts` import from here. */
export { createMemory } from './coaching/memory.ts';
export { createConsole } from './console/index.ts';
export { createConversation } from './conversation.ts';
export { type DigestParts, sendDigests } from './moderators/weekly-digest.ts';
export type { ConversationParts } from './parts.ts';
export { POPULAR_TOPICS, topicButtons } from './question-reply.ts';
export { suggest } from './suggest.ts';
