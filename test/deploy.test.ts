import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_VARIABLES } from '../src/bots/config.ts';
import { createMetrics } from '../src/bots/metrics.ts';
import { photoJpeg } from './support/photos.ts';
import { startBuilt } from './support/process.ts';
import { ROOT } from './support/source-modules.ts';
import { photoForm } from './support/web-server.ts';

const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
interface Service {
  readonly user: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly secrets?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, unknown>>;
};

describe('compose.yaml', () => {
  it.each(Object.entries(compose.services))('lets %s do no more than it must', (_, service) => {
    expect(service.user).not.toMatch(/root|^0/);
    expect(service.user).toBeTruthy();
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  });

  it('sets variables that there are, and no secret but by a file', () => {
    const known = new Set([...CONFIG_VARIABLES, ...CONFIG_VARIABLES.map((name) => `${name}_FILE`)]);
    for (const name of ['bot', 'telegram', 'worker']) {
      const { environment, secrets = [] } = compose.services[name]!;
      for (const [variable, value] of Object.entries(environment)) {
        expect(known, variable).toContain(variable);
        const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
        if (secret) expect(secrets).toContain(secret);
      }
      expect(Object.keys(environment).filter((variable) => /TOKEN$|SECRET$|^DATABASE_URL$/.test(variable))).toEqual([]);
      for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
    }
  });

  it('keeps what was accepted when the queue ends', () => {
    expect(compose.services['valkey']?.command?.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/);
  });
});

describe('the dashboard', () => {
  it('asks for metrics that there are', async () => {
    const metrics = createMetrics(() => 0);
    metrics.log.info({
      event: 'photo',
      verdict: 'ready',
      codes: ['blur'],
      decision: 'answer',
      topic: 'x',
      durationMs: 1,
    });
    const text = await metrics.text();
    const names = new Set(read('deploy/grafana-dashboard.json').match(/retake_[a-z0-9_]+/g));
    expect(names.size).toBeGreaterThan(8);
    for (const name of names) expect(text, name).toMatch(new RegExp(`^${name}[ {]`, 'm'));
  });
});

const canBecomeNobody = process.getuid?.() === 0;
describe.skipIf(!canBecomeNobody)('the image (as root, which can become nobody)', () => {
  it('runs without any right to write but to its data, and judges a photo', async () => {
    const data = mkdtempSync(join(tmpdir(), 'data-'));
    chmodSync(data, 0o777);
    // Nobody must be able to read the program, and to write none of it.
    const isReadable = () => {
      try {
        execFileSync('setpriv', [
          '--reuid=65534',
          '--regid=65534',
          '--clear-groups',
          'test',
          '-r',
          new URL('dist/bots/main.js', ROOT).pathname,
        ]);
        return true;
      } catch {
        return false;
      }
    };
    expect(isReadable()).toBe(true);
    const retake = startBuilt('bots/main.js', [], {
      env: { PORT: '0', DATA_DIR: data },
      as: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs'],
      cwd: '/',
    });
    const [address] = await retake.waitFor(/http:\S+/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const response = await fetch(`${address}/api/photo`, { method: 'POST', body: photoForm(await photoJpeg()) });
    expect((await response.json()).replies[0].picture.src).toMatch(/^data:image/);
    retake.child.kill('SIGTERM');
    expect((await retake.ended).exitCode).toBe(0);
  });
});
