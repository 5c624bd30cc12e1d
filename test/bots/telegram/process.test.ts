import { afterEach, describe, expect, it } from 'vitest';
import { photoJpeg } from '../../support/photos.ts';
import { type Running, startBuilt } from '../../support/process.ts';
import { startTelegram, type TelegramStandIn } from '../../support/telegram-stand-in.ts';

const MAIN = 'bots/main.js';
const PERSON = { id: 7, is_bot: false, first_name: 'Zebulon', language_code: 'en' };
const CHAT = { id: 7, type: 'private' };

let telegram: TelegramStandIn;
let running: Running | undefined;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  expect(telegram.violations).toEqual([]);
  await telegram.close();
});

describe('the started process with a Telegram token', () => {
  it('says that it is ready, judges a real photo, answers a question, and ends with 0 on SIGTERM', async () => {
    telegram = await startTelegram();
    running = startBuilt(MAIN, [], {
      env: { PORT: '0', TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root },
    });
    await running.waitFor(/Retake is ready: https:\/\/t\.me\/retake_test_bot/);

    const bytes = await photoJpeg();
    const file_id = telegram.store(bytes);
    const size = { file_id, file_unique_id: 'u', width: 1600, height: 1200, file_size: bytes.byteLength };
    telegram.deliver({ message: { message_id: 1, date: 1, from: PERSON, chat: CHAT, photo: [size] } });
    const [picture] = await telegram.until('sendPhoto', 1);
    expect(String(picture?.payload['caption'])).toMatch(/^(✅|⚠️|❌) <b>/);
    expect(telegram.calls.find(({ method }) => method === 'sendChatAction')?.payload).toMatchObject({
      action: 'upload_photo',
    });

    const text = 'how long does the identity verification take';
    telegram.deliver({ message: { message_id: 2, date: 1, from: PERSON, chat: CHAT, text } });
    await expect
      .poll(() => telegram.calls.some(({ payload }) => /Most checks take/.test(String(payload['text']))), {
        timeout: 10_000,
      })
      .toBe(true);

    running.child.kill('SIGTERM');
    const { exitCode, stdout, stderr } = await running.ended;
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toMatch(/Zebulon|verification take|stand-in-token/);
  });
});
