import { fold } from './text.js';

/** Codes and names of states, provinces and territories of the United States, Canada and Australia. */
const NAMES = `
al alabama|ak alaska|az arizona|ar arkansas|ca california,calif|co colorado|ct connecticut,conn|de delaware|fl florida,fla|ga georgia|hi hawaii
id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky|la louisiana|me maine|md maryland|ma massachusetts,mass|mi michigan,mich|mn minnesota,minn
ms mississippi,miss|mo missouri|mt montana|ne nebraska|nv nevada|nh new hampshire|nj new jersey|nm new mexico|ny new york|nc north carolina
nd north dakota|oh ohio|ok oklahoma|or oregon|pa pennsylvania,penn|ri rhode island|sc south carolina|sd south dakota|tn tennessee,tenn|tx texas,tex
ut utah|vt vermont|va virginia|wa washington|wv west virginia|wi wisconsin|wy wyoming|dc district of columbia,d c|pr puerto rico
ab alberta|bc british columbia|mb manitoba|nb new brunswick|nl newfoundland and labrador,newfoundland|ns nova scotia|on ontario,ont|pe prince edward island
qc quebec|sk saskatchewan|yt yukon|nu nunavut
nsw new south wales|vic victoria|qld queensland|tas tasmania|act australian capital territory|nt northern territory,northwest territories|sa south australia`;

const CODES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const [code = '', ...words] = entry.split(' ');
      return [code, ...words.join(' ').split(',')].map((name): [string, string] => [name, code]);
    }),
);

/** A region's code where it is known (`nv` for `Nevada` and `NV`), else its folded name. */
export function foldRegion(text: string): string {
  const folded = fold(text);
  return CODES.get(folded) ?? folded;
}

/** True of a known region's code or name. */
export function isRegion(text: string): boolean {
  return CODES.has(fold(text));
}
