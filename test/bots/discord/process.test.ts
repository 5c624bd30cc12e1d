import { afterEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, messageOf, startDiscord } from '../../support/discord-stand-in.ts';
import { photoJpeg } from '../../support/photos.ts';
import { type Running, startBuilt } from '../../support/process.ts';

const PERSON = {
  id: '700000000000000007',
  username: 'zebulon',
  discriminator: '0',
  global_name: 'Zebulon',
  avatar: null,
};
const message = (id: string, more: object) =>
  messageOf({ id, channel_id: '600000000000000001', channel_type: 1, author: PERSON, ...more });
const MESSAGES = /^\/channels\/\d+\/messages$/;

let discord: DiscordStandIn;
let running: Running | undefined;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  expect(discord.violations).toEqual([]);
  await discord.close();
});

describe('the started process with a Discord token', () => {
  it('says that it is ready, judges a real photo, answers a question, and ends with 0 on SIGTERM', async () => {
    discord = await startDiscord();
    running = startBuilt('bots/main.js', [], {
      env: {
        PORT: '0',
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        ATTACHMENT_HOSTS: discord.fileHost,
      },
    });
    await running.waitFor(/Retake is ready: Discord @retake_test_bot/);

    const bytes = await photoJpeg();
    const url = discord.store(bytes, 'card.jpg');
    const attachment = { id: '1', filename: 'card.jpg', size: bytes.byteLength, url, proxy_url: url };
    discord.dispatch('MESSAGE_CREATE', message('100000000000000001', { attachments: [attachment] }));
    // Words on how it goes may come before.
    const replies = () =>
      discord.calls.filter(({ method, path, body }) => method === 'POST' && MESSAGES.test(path) && body.embeds);
    await expect.poll(() => replies().length, { timeout: 15_000 }).toBe(1);
    const [photo] = replies();
    expect(photo?.files).toEqual(['reply.jpg']);
    expect(photo?.body.embeds[0].title).toMatch(/^(✅|⚠️|❌) /);

    const content = 'how long does the identity verification take';
    discord.dispatch('MESSAGE_CREATE', message('100000000000000002', { content }));
    await expect.poll(() => replies().length, { timeout: 15_000 }).toBe(2);
    const [, answer] = replies();
    expect(answer?.body.embeds[0].description).toContain('Most checks take');

    running.child.kill('SIGTERM');
    const { exitCode, stdout, stderr } = await running.ended;
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toMatch(/Zebulon|zebulon|verification take|stand-in/);
  });
});
