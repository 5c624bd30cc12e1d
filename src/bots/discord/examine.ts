import {
  type APIApplication,
  ApplicationFlags,
  DiscordAPIError,
  OAuth2Scopes,
  PermissionFlagsBits,
  REST,
  Routes,
} from 'discord.js';
import type { Diagnosis } from '../diagnosis.ts';

/** All that the bot ever does in a server; the leak guard alone needs the right to delete. */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.ManageMessages,
];

/** Whether Discord takes the token and grants what the configuration counts on, and how to invite the bot. Never rejects. */
export async function examineDiscord(
  token: string,
  apiUrl: string,
  readsAllMessages: boolean,
): Promise<readonly Diagnosis[]> {
  const subject = 'DISCORD_TOKEN';
  const rest = new REST({ api: apiUrl.replace(/\/+$/, ''), retries: 1 }).setToken(token);
  try {
    const { id, flags = 0 } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const granted = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
    const lacksContent = readsAllMessages && (flags & granted) === 0;
    return [
      { subject, state: 'good', text: 'chat:doctor.fine' },
      { subject, state: 'good', text: 'chat:doctor.invite', values: { link: inviteLink(id) } },
      ...(lacksContent
        ? [{ subject: 'DISCORD_MESSAGE_CONTENT', state: 'bad', text: 'chat:doctor.noMessageContent' } as const]
        : []),
    ];
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) {
      const values = { where: 'Discord Developer Portal' };
      return [{ subject, state: 'bad', text: 'chat:doctor.refused', values }];
    }
    return [{ subject: 'DISCORD_API_URL', state: 'bad', text: 'chat:doctor.unreachable' }];
  }
}

function inviteLink(applicationId: string): string {
  const permissions = PERMISSIONS.reduce((all, one) => all | one, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
