/** A command that every chat platform offers. Its description is a text that exists anyway. */
export interface Command {
  /** Lower-case letters, as both platforms ask. */
  readonly name: string;
  /** Key of the text that describes it. */
  readonly description: string;
  /** What it means to the conversation: the action of a button; undefined for a command that greets, or takes words along. */
  readonly action?: string;
}

/** The commands in the order of the menu. */
export const COMMANDS: readonly Command[] = [
  { name: 'check', description: 'chat:web.tagline' },
  { name: 'ask', description: 'chat:web.placeholder' },
  { name: 'plan', description: 'chat:commands.plan', action: 'plan' },
  { name: 'decode', description: 'chat:commands.decode', action: 'decode' },
  { name: 'quiz', description: 'chat:commands.quiz', action: 'quiz' },
  { name: 'copy', description: 'chat:commands.copy', action: 'copy' },
  { name: 'name', description: 'chat:commands.name', action: 'name' },
  { name: 'provider', description: 'chat:commands.provider', action: 'providers' },
  { name: 'tips', description: 'faq:photo_blurry.title', action: 'topic:photo_blurry' },
  { name: 'language', description: 'chat:web.language', action: 'languages' },
  { name: 'privacy', description: 'faq:data_safety.title', action: 'topic:data_safety' },
  { name: 'forget', description: 'chat:commands.forget', action: 'forget' },
  { name: 'help', description: 'faq:how_to_verify.title', action: 'topic:how_to_verify' },
];

/** The command of those who look after a community; it is no part of the menu of everybody. */
export const MODERATOR_COMMAND: Command = { name: 'retake', description: 'chat:commands.retake', action: 'retake' };

/** The command by which those who look after a community say one of its own answers to somebody. */
export const ANSWER_COMMAND: Command = { name: 'answer', description: 'chat:commands.answer', action: 'retake:send' };

/** Every command, those of moderators included. */
export const ALL_COMMANDS: readonly Command[] = [...COMMANDS, MODERATOR_COMMAND, ANSWER_COMMAND];

/** Whether a command or button is for moderators, so that the right of whoever gave it must be looked up. */
export function isModeration(action: string | undefined): boolean {
  return action !== undefined && /^retake(?::|$)/.test(action);
}

const WRITING = /^retake:write:/;

/** Whether a button wants words before it can do anything. */
export function wantsWords(action: string): boolean {
  return WRITING.test(action);
}

/** What such a button does with the words. */
export function actionWithWords(action: string): string {
  return action.replace(WRITING, 'retake:');
}
