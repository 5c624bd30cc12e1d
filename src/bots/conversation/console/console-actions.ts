import { z } from 'zod';
import { type Communities, MAX_SETTINGS_BYTES, SETTING_NAMES } from '../../community/index.ts';

/** Does what was asked for in a community, as somebody of a role. Rejects with a SettingError when it cannot be. */
type Act = (communities: Communities, community: string, role: string) => Promise<unknown>;

const words = z.string().max(2000);
const id = z.int().positive();

/** What the page can ask for, by `do`; each becomes the call that does it. */
export const consoleActions = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), name: z.enum(SETTING_NAMES), value: words }).transform(
    ({ name, value }): Act =>
      (all, community, role) =>
        all.change(community, name, value, role),
  ),
  z
    .strictObject({ do: z.literal('answer'), name: z.string().max(40), language: z.string().max(20), text: words })
    .transform(
      ({ name, language, text }): Act =>
        (all, community, role) =>
          all.setAnswer(community, { name: name.trim(), language, text: text.trim() }, role),
    ),
  z.strictObject({ do: z.literal('alias'), name: z.string().max(40), aliases: words }).transform(
    ({ name, aliases }): Act =>
      (all, community, role) =>
        all.setAliases(
          community,
          name,
          aliases.split(',').flatMap((alias) => alias.trim() || []),
          role,
        ),
  ),
  z.strictObject({ do: z.literal('means'), id, topic: z.string().regex(/^[a-z_]{1,40}$/) }).transform(
    ({ id, topic }): Act =>
      (all, community, role) =>
        all.teach(community, id, { topic }, role),
  ),
  z.strictObject({ do: z.literal('own'), id, language: z.string().max(20), text: words.min(1) }).transform(
    ({ id, language, text }): Act =>
      (all, community, role) =>
        all.teach(community, id, { language, text: text.trim() }, role),
  ),
  z.strictObject({ do: z.literal('drop'), id }).transform(
    ({ id }): Act =>
      (all, community) =>
        all.drop(community, id),
  ),
  z.strictObject({ do: z.literal('undo') }).transform((): Act => (all, community, role) => all.undo(community, role)),
  z.strictObject({ do: z.literal('import'), text: z.string().max(MAX_SETTINGS_BYTES) }).transform(
    ({ text }): Act =>
      (all, community, role) =>
        all.importFile(community, text, role),
  ),
]);
