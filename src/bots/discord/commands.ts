import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { ANSWER_COMMAND, COMMANDS, MODERATOR_COMMAND } from '../chats/commands.ts';
import { MAX_NAME_LENGTH } from '../privacy.ts';
import type { Translator } from '../reply/i18n.ts';
import { discordLocales } from './locales.ts';

/** Text with the name of the command in the menu of a message. */
const MESSAGE_COMMAND = 'chat:commands.checkMessage';
/** What a photo may be judged as, in the option of `/check`. */
const KINDS = ['auto', 'document', 'selfie', 'selfie-with-document'] as const;
/** The photos that `/check` takes, and what each is judged as; a selfie may have a document in it, so that is recognised. */
export const PHOTO_OPTIONS = [
  { name: 'front', judgeAs: 'document' },
  { name: 'back', judgeAs: 'document' },
  { name: 'selfie', judgeAs: undefined },
] as const;
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
  const photos = PHOTO_OPTIONS.map(({ name }) => ({
    type: ApplicationCommandOptionType.Attachment as const,
    name,
    ...texts(`chat:photos.${name}`),
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
    autocomplete: true,
  };
  const words = (name: string, description: string, max_length: number) => ({
    type: ApplicationCommandOptionType.String as const,
    name,
    ...texts(description),
    max_length,
  });
  const photo = { type: ApplicationCommandOptionType.Attachment as const, name: 'photo', ...texts('chat:web.choose') };
  const options: Readonly<Record<string, readonly object[]>> = {
    check: [...photos, kind],
    ask: [question],
    copy: [photo],
    decode: [words('message', 'chat:decoder.invite', 1000)],
    name: [photo, words('name', 'chat:web.accountName', MAX_NAME_LENGTH), words('born', 'chat:web.birthDate', 10)],
  };
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
    {
      type: ApplicationCommandType.ChatInput,
      name: MODERATOR_COMMAND.name,
      ...texts(MODERATOR_COMMAND.description),
      // Others do not even see it; whoever sends it is asked for the right again.
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
      options: [
        { ...words('message', 'chat:moderators.title', 1000), autocomplete: true },
        { ...photo, ...texts('chat:moderators.noFile') },
      ],
    },
    {
      type: ApplicationCommandType.ChatInput,
      name: ANSWER_COMMAND.name,
      ...texts(ANSWER_COMMAND.description),
      default_member_permissions: String(PermissionFlagsBits.ManageMessages),
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
      options: [
        { ...words('name', 'chat:moderators.whichAnswer', 100), autocomplete: true, required: true },
        { type: ApplicationCommandOptionType.User as const, name: 'to', ...texts('chat:commands.answer') },
      ],
    },
    {
      type: ApplicationCommandType.Message,
      name: translator.t(defaultLanguage)(MESSAGE_COMMAND),
      name_localizations: localised(translator, MESSAGE_COMMAND),
      ...everywhere,
    },
  ];
}

function localised(translator: Translator, key: string): Record<string, string> {
  return Object.fromEntries(
    translator.languages.flatMap((language) =>
      discordLocales(language).map((tag) => [tag, translator.t(language)(key).slice(0, MAX_DESCRIPTION)]),
    ),
  );
}
