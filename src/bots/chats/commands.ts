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

/** Whether a command or button changes the settings of a community, so that the right of whoever gave it must be looked up. */
export function isModeration(action: string | undefined): boolean {
  return action !== undefined && (action === MODERATOR_COMMAND.action || action.startsWith('set:'));
}
