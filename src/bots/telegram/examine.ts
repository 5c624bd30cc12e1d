import type { Diagnosis } from '../diagnosis.ts';
import { createTelegramApi, isTokenRefused } from './api.ts';

/** Whether Telegram takes the token, and whether it could deliver. Never rejects. */
export async function examineTelegram(token: string, apiRoot: string): Promise<readonly Diagnosis[]> {
  const subject = 'TELEGRAM_TOKEN';
  const api = createTelegramApi(token, apiRoot);
  try {
    const me = await api.me();
    const { last_error_date: failedAt } = await api.webhookInfo();
    return [
      { subject, state: 'good', text: 'chat:doctor.fine' },
      ...(me.can_read_all_group_messages
        ? [{ subject, state: 'caution', text: 'chat:start.privacyModeOff', values: { name: me.username } } as const]
        : []),
      ...(failedAt === undefined
        ? []
        : [{ subject: 'TELEGRAM_WEBHOOK_URL', state: 'caution', text: 'chat:doctor.deliveryFailed' } as const]),
    ];
  } catch (error) {
    if (isTokenRefused(error)) {
      return [{ subject, state: 'bad', text: 'chat:doctor.refused', values: { where: '@BotFather' } }];
    }
    return [{ subject: 'TELEGRAM_API_ROOT', state: 'bad', text: 'chat:doctor.unreachable' }];
  }
}
