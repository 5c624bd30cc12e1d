import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/bots/log.ts';
import { bothLogs, createMetrics } from '../../src/bots/metrics.ts';
import { startServer } from '../support/web-server.ts';

describe('the metrics', () => {
  it('count what the log is told, and nothing that may not be logged', async () => {
    const lines: string[] = [];
    const metrics = createMetrics(() => 3);
    const log = bothLogs(createLog('info', { write: (line) => lines.push(line) }), metrics.log);
    const codes = ['blur', 'glare', 'Maria 12'];
    for (let i = 0; i < 2; i++)
      log.info({ event: 'photo', platform: 'web', verdict: 'retake', codes, durationMs: 700 });
    log.info({ event: 'question', platform: 'telegram', decision: 'answer', topic: 'photo_blurry', durationMs: 2 });
    log.error({ event: 'photo-failed', platform: 'discord', error: new Error('Maria 12') });
    const text = await metrics.text();
    expect(text).toContain('retake_verdicts_total{platform="web",verdict="retake"} 2');
    expect(text).toContain('retake_findings_total{code="glare"} 2');
    expect(text).toContain('retake_questions_total{decision="answer",topic="photo_blurry"} 1');
    expect(text).toContain('retake_events_total{level="error",event="photo-failed",platform="discord"} 1');
    expect(text).toMatch(/retake_duration_seconds_bucket\{le="1",event="photo",platform="web"\} 2/);
    expect(text).toContain('retake_photos_waiting 3');
    expect(text).not.toContain('Maria');
    expect(lines).toHaveLength(4);
  });

  it('are served to this machine alone', async () => {
    const metrics = createMetrics(() => 0);
    const server = await startServer({ metrics });
    const asked = await fetch(`${server.address}/metrics`);
    expect(asked.headers.get('content-type')).toContain('text/plain');
    expect(await asked.text()).toContain('retake_photos_waiting 0');
    const forwarded = await fetch(`${server.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(forwarded.status).toBe(404);
    await server.close();
    const without = await startServer();
    expect((await fetch(`${without.address}/metrics`)).status).toBe(404);
    await without.close();
  });
});
