/** Changes the settings of a community as fast as it can until it is killed, and prints the number of each change that is done. */
import { openStore } from '../../src/bots/store/index.ts';

const [place = '{}', community = ''] = process.argv.slice(2);

async function write(): Promise<never> {
  const store = await openStore(JSON.parse(place));
  for (let count = 1; ; count += 1) {
    await store.writeSettings(community, { count }, { role: 'admin', action: 'count', at: new Date().toISOString() });
    process.stdout.write(`${count}\n`);
  }
}

void write();
