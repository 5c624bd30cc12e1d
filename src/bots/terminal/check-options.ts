import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type AccountDetails, profiles, type RequestedKind } from '../../analysis/index.ts';
import type { Translator } from '../reply/i18n.ts';
import { isDay } from '../today.ts';

/** What `check` was asked to do. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly as: RequestedKind;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The person's own details, to be compared with the document. */
  readonly details: AccountDetails;
  /** Whose limits count: the id of a profile. */
  readonly provider: string | undefined;
  readonly all: boolean;
  readonly json: boolean;
  readonly reveal: boolean;
  /** Directory for reply pictures. */
  readonly picture: string | undefined;
  readonly locale: string;
}

/** Reads the arguments of `check`. Throws commander's CommanderError on wrong usage, and after printing the help. */
export function readCheckOptions(args: readonly string[], translator: Translator, today: string): CheckOptions {
  const t = translator.t('en');
  const readDay = (value: string) => {
    if (!isDay(value)) throw new InvalidArgumentError(t('chat:check.badDate'));
    return value;
  };
  const command = new Command('check')
    .description(t('chat:check.description'))
    .addArgument(new Argument('<FILE|DIR...>', t('chat:check.files')))
    .addOption(
      new Option('--as <kind>', t('chat:check.as'))
        .choices(['auto', 'document', 'selfie', 'selfie-with-document'])
        .default('auto'),
    )
    .addOption(new Option('--today <YYYY-MM-DD>', t('chat:check.today')).argParser(readDay))
    .option('--name <NAME>', t('chat:check.name'))
    .addOption(new Option('--born <YYYY-MM-DD>', t('chat:check.born')).argParser(readDay))
    .addOption(new Option('--provider <id>', t('chat:commands.provider')).choices(profiles.map(({ id }) => id)))
    .option('--all', t('chat:check.all'))
    .option('--json', t('chat:check.json'))
    .option('--reveal', t('chat:check.reveal'))
    .option('--picture <DIR>', t('chat:check.picture'))
    .addOption(
      new Option('--locale <xx>', t('chat:check.locale')).default('en').argParser((value) => {
        const language = translator.closest(value);
        if (language !== undefined) return language;
        throw new InvalidArgumentError(t('chat:check.badLocale', { languages: translator.languages.join(', ') }));
      }),
    )
    .addHelpText(
      'after',
      `
${t('chat:check.examples')}
  npm run -s check -- passport.jpg
      ${t('chat:check.exampleOne')}
  npm run -s check -- --as selfie --picture replies me.jpg
      ${t('chat:check.exampleSelfie')}
  npm run -s check -- --json photos/
      ${t('chat:check.exampleJson')}

${t('chat:check.exitStatus')}`,
    )
    .showHelpAfterError(t('chat:check.tryHelp'))
    .exitOverride()
    .parse(args, { from: 'user' });
  const options = command.opts();
  return {
    paths: command.args,
    as: options.as,
    today: options.today ?? today,
    details: { name: options.name, birthDate: options.born },
    provider: options.provider,
    all: options.all ?? false,
    json: options.json ?? false,
    reveal: options.reveal ?? false,
    picture: options.picture,
    locale: options.locale,
  };
}
