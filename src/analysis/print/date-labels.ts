/** What the label beside a date says that it is. */
export type DateMeaning = 'expiry' | 'other';

/** Labels of the expiry in the languages of documents that print Latin letters, without accents; `4b` is that of EU licences. */
const EXPIRY =
  /\b(?:EXP(?:IR(?:Y|ES|E|ED|ATION|ACION|ACAO)?)?|EX[PE]|EXPIRATION|VALID\s*(?:UNTIL|UNTI|TO|THRU|THROUGH|TILL)|GOOD\s*THRU|GULTIG\s*BIS|GELDIG\s*TOT|CADUC\w*|VENC\w*|VALID[OA]\s*(?:HASTA|ATE|FINO)|VALIDEZ|VALIDADE|VALIDITE|SCADE\w*|SCAD|VALAB\w*|WAZN\w*|TERMIN\s*WAZN\w*|PLATNOST\w*|PLATI\s*DO|GALIOJA|DERIG\w*|KEHTIV\w*|ERVENYES\w*|UDLOBS\w*|GILTIG\w*|SISTA\s*GILT\w*|GYLDIG\w*|VOIMASSA|VRIJEDI\s*DO|VELJA\s*DO|VAZI\s*DO|SON\s*GECERLI\w*|GECERLILIK|BERLAKU\w*|GIATRI|CO\s*GIA\s*TRI|4\s?B)\b/i;
/** Labels of dates that are no expiry. */
const OTHER =
  /\b(?:D\.?O\.?B|[DP]OB|DO[BS]|BIRTH\w*|BORN|NAISSANCE|NACIMIENTO|NASCIMENTO|NASCITA|GEB\w*|GEBURT\w*|URODZ\w*|NAROZ\w*|DOGUM\w*|LAHIR|ISS(?:UE[DS]?)?|ISSUED\s*ON|DELIVRANCE|EXPEDICION|EMISION|EMISSAO|EMISSIONE|RILASCI\w*|AUSGESTELLT|AUSSTELL\w*|AFGIFTE|WYDAN\w*|VERILIS\w*|REV|FIRST\s*ISSUE\w*|DONOR|SINCE|4\s?A|3)\b/i;

/** Where in a line a label of a date ends, and what it means. */
export interface DateLabel {
  readonly meaning: DateMeaning;
  readonly from: number;
  readonly to: number;
}

/** Every label in a line of print. */
export function labelsIn(line: string): DateLabel[] {
  // Letters keep their places: accents are taken off one by one.
  const plain = [...line].map((letter) => letter.normalize('NFD')[0]).join('');
  return [...all(plain, EXPIRY, 'expiry'), ...all(plain, OTHER, 'other')].sort((a, b) => a.from - b.from);
}

function all(text: string, pattern: RegExp, meaning: DateMeaning): DateLabel[] {
  return [...text.matchAll(new RegExp(pattern.source, 'gi'))].map((match) => ({
    meaning,
    from: match.index,
    to: match.index + match[0].length,
  }));
}
