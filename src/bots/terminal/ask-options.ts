import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Translator } from '../reply/i18n.ts';

/** What `ask` was asked to do. */
export interface AskOptions {
  /** Undefined: read one question from each line of standard input. */
  readonly question: string | undefined;
  readonly json: boolean;
  /** The language to answer in, when it is given. */
  readonly locale: string | undefined;
}

/** Reads the arguments of `ask`. Throws commander's CommanderError on wrong usage, and after printing the help. */
export function readAskOptions(args: readonly string[], translator: Translator): AskOptions {
  const t = translator.t('en');
  const command = new Command('ask')
    .description(t('faq:terminal.description'))
    .addArgument(new Argument('[QUESTION...]', t('faq:terminal.question')))
    .addOption(
      new Option('--locale <xx>', t('faq:terminal.locale')).argParser((value) => {
        const language = translator.closest(value);
        if (language !== undefined) return language;
        throw new InvalidArgumentError(t('faq:terminal.badLocale', { languages: translator.languages.join(', ') }));
      }),
    )
    .option('--json', t('faq:terminal.json'))
    .addHelpText(
      'after',
      `
${t('faq:terminal.examples')}
  npm run -s ask -- "how long does it take?"
      ${t('faq:terminal.exampleOne')}
  npm run -s ask -- --json < questions.txt
      ${t('faq:terminal.exampleJson')}
  npm run -s ask -- --locale es "is my passport ok?"
      ${t('faq:terminal.exampleLocale')}`,
    )
    .showHelpAfterError('--help')
    .exitOverride()
    .parse(args, { from: 'user' });
  const { json = false, locale } = command.opts<{ json?: boolean; locale?: string }>();
  return { question: command.args.length === 0 ? undefined : command.args.join(' '), json, locale };
}
