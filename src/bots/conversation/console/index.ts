/** The page for moderators, behind its port. */
import { SettingError, writeSettingsFile } from '../../community/index.ts';
import type { ModeratorConsole } from '../../console.ts';
import { problemText } from '../moderators/problem-text.ts';
import { consoleActions } from './console-actions.ts';
import type { ConsoleParts } from './console-parts.ts';
import { consoleState } from './console-state.ts';

/** The console over the settings of all communities; a session opens those of one. */
export function createConsole(parts: ConsoleParts): ModeratorConsole {
  const { access, communities, translator, log } = parts;
  return {
    enter: (link) => access.enter(link),
    leave: (session) => access.leave(session),
    async state(session, language) {
      const pass = await access.sessionOf(session);
      return pass && consoleState(parts, pass.community, language);
    },
    async act(session, action, language) {
      const pass = await access.sessionOf(session);
      if (pass === undefined) return undefined;
      const t = translator.t(language);
      const parsed = consoleActions.safeParse(action);
      if (!parsed.success) return { problem: t('chat:errors.bad-request') };
      try {
        await parsed.data(communities, pass.community, pass.role);
        log.info({ event: 'console', platform: 'web', locale: language });
        return {};
      } catch (error) {
        if (error instanceof SettingError) return { problem: problemText(t, error) };
        log.error({ event: 'console-failed', platform: 'web', error });
        return { problem: t('chat:errors.lost-question') };
      }
    },
    async exportFile(session) {
      const pass = await access.sessionOf(session);
      return pass && writeSettingsFile(await communities.settingsOf(pass.community));
    },
  };
}
