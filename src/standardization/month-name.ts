import { fold } from './text.js';

/** Month names and their usual abbreviations by number: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar jaenner janvier janv enero ene gennaio gen janeiro januari',
    'feb february februar feber fevrier fev febrero febbraio fevereiro februari',
    'mar march mrz maerz mars marzo marco maart mrt',
    'apr april avril avr abril abr aprile',
    'may mai mayo maggio mag maio mei',
    'jun june juni juin junio giugno giu junho',
    'jul july juli juillet juil julio luglio lug julho',
    'aug august aout agosto ago augustus',
    'sep sept september septembre septiembre settembre set setembro',
    'oct october okt oktober octobre octubre ottobre ott outubro out',
    'nov november novembre noviembre novembro',
    'dec december dez dezember decembre diciembre dic dicembre dezembro',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

const FILLERS: ReadonlySet<string> = new Set(
  (
    'st nd rd th er o a of the de del di den der du le el il ' +
    'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'mo mi fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo'
  ).split(' '),
);

/** The number of the month that a word names, in any of the languages known. */
export function monthOf(word: string): number | undefined {
  return MONTHS.get(fold(word));
}

/** True of words in a date that say nothing: ordinal endings, articles, days of the week. */
export function isWeekdayOrFiller(word: string): boolean {
  return FILLERS.has(fold(word));
}
