import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { COMMANDS } from '../chats/commands.ts';
import type { Translator } from '../reply/i18n.ts';
import { discordLocales } from './locales.ts';

/** The command in the menu of a message. It is a name, so it is the same in every language. */
export const MESSAGE_COMMAND = 'Retake';
/** What a photo may be judged as, in the option of `/check`. */
const KINDS = ['auto', 'document', 'selfie', 'selfie-with-document'] as const;
/** The photos that `/check` takes: the sides of a document, and a selfie. */
export const PHOTO_OPTIONS = ['photo', 'second', 'third'] as const;
/** Discord cuts nothing: a longer description is refused (Application Commands). */
const MAX_DESCRIPTION = 100;

/** The slash commands and the message command, in every language that Discord has; usable in servers, in private, and by the person's own install. */
export function discordCommands(
  translator: Translator,
  defaultLanguage: string,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const texts = (key: string) => ({
    description: translator.t(defaultLanguage)(key).slice(0, MAX_DESCRIPTION),
    description_localizations: localised(translator, key),
  });
  const everywhere = {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
  const photos = PHOTO_OPTIONS.map((name, i) => ({
    type: ApplicationCommandOptionType.Attachment as const,
    name,
    ...texts('chat:web.choose'),
    required: i === 0,
  }));
  const kind = {
    type: ApplicationCommandOptionType.String as const,
    name: 'as',
    ...texts('chat:web.judgeAs'),
    choices: KINDS.map((value) => ({
      name: translator.t(defaultLanguage)(`chat:kinds.${value}`),
      name_localizations: localised(translator, `chat:kinds.${value}`),
      value,
    })),
  };
  const question = {
    type: ApplicationCommandOptionType.String as const,
    name: 'question',
    ...texts('chat:web.question'),
    required: true,
    max_length: 500,
  };
  const options: Readonly<Record<string, readonly object[]>> = { check: [...photos, kind], ask: [question] };
  return [
    ...COMMANDS.map(
      ({ name, description }) =>
        ({
          type: ApplicationCommandType.ChatInput,
          name,
          ...texts(description),
          ...everywhere,
          ...(options[name] ? { options: options[name] } : {}),
        }) as RESTPostAPIApplicationCommandsJSONBody,
    ),
    { type: ApplicationCommandType.Message, name: MESSAGE_COMMAND, ...everywhere },
  ];
}

function localised(translator: Translator, key: string): Record<string, string> {
  return Object.fromEntries(
    translator.languages.flatMap((language) =>
      discordLocales(language).map((tag) => [tag, translator.t(language)(key).slice(0, MAX_DESCRIPTION)]),
    ),
  );
}
