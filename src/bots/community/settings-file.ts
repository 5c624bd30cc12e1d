import { isMap, LineCounter, parseDocument, stringify } from 'yaml';
import { SettingError, type Settings, settingsSchema } from './settings.ts';

/** More than any settings need; a larger file is not read. */
export const MAX_SETTINGS_BYTES = 100_000;

/** Settings as a YAML file that people can read and change. */
export function writeSettingsFile(settings: Settings): string {
  return stringify(settings);
}

/** Reads such a file, or JSON, which YAML contains. Throws a SettingError with the line of the first thing that is wrong. */
export function readSettingsFile(text: string): Settings {
  const lines = new LineCounter();
  // Aliases could make a small file explode into a large one.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken) throw new SettingError('file', broken.linePos?.[0].line ?? 1);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new SettingError('file', 1);
  }
  const result = settingsSchema.safeParse(value ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.code === 'unrecognized_keys' ? [issue.keys[0]] : (issue?.path ?? []);
  throw new SettingError(issue?.code === 'unrecognized_keys' ? 'name' : (issue?.message ?? 'file'), lineOf(path[0]));

  function lineOf(name: PropertyKey | undefined): number {
    if (!isMap(document.contents)) return 1;
    const pair = document.contents.items.find(({ key }) => String(key) === String(name));
    const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
    return range ? lines.linePos(range[0]!).line : 1;
  }
}
