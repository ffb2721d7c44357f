import { fold } from './text.js';

const NAMES = `
ae united arab emirates|uae|are;ar argentina|arg;at austria|oesterreich|aut;au australia|aus;be belgium|belgique|belgien|belgie|bel
bg bulgaria|bgr;br brazil|brasil|bra;ca canada|can;ch switzerland|schweiz|suisse|svizzera|che;cl chile|chl;cn china|chn|peoples republic of china
co colombia|col;cz czech republic|czechia|cze;de germany|deutschland|allemagne|alemania|deu|ger;dk denmark|danmark|dnk;ee estonia|est
eg egypt|egy;es spain|espana|spanien|espagne|esp;fi finland|suomi|fin;fr france|frankreich|francia|fra
gb united kingdom|great britain|uk|u k|england|scotland|wales|northern ireland|gbr;gr greece|hellas|grc;hk hong kong|hkg;hr croatia|hrvatska|hrv
hu hungary|magyarorszag|hun;id indonesia|idn;ie ireland|eire|irl;il israel|isr;in india|ind;ir iran|irn;is iceland|isl;it italy|italia|italien|ita
jp japan|nippon|jpn;ke kenya|ken;kr korea|south korea|republic of korea|kor;kz kazakhstan|kaz;li liechtenstein|lichtenstein|lie;lt lithuania|ltu
lu luxembourg|luxemburg|lux;lv latvia|lva;ma morocco|mar;mx mexico|mex;my malaysia|mys;ng nigeria|nga
nl netherlands|the netherlands|holland|nederland|niederlande|nld;no norway|norge|nor;nz new zealand|nzl;pe peru|per;ph philippines|phl;pk pakistan|pak
pl poland|polska|polen|pol;pt portugal|prt;qa qatar|qat;ro romania|rou;rs serbia|srb;ru russia|russian federation|rus;sa saudi arabia|sau
se sweden|sverige|schweden|swe;sg singapore|sgp;si slovenia|svn;sk slovakia|svk;th thailand|tha;tn tunisia|tun;tr turkey|turkiye|tuerkei|tur
tw taiwan|twn;ua ukraine|ukr;us united states|united states of america|usa|u s a|u s|america;ve venezuela|ven;vn vietnam|viet nam|vnm
za south africa|zaf`;

const CODES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/[;\n]/)
    .flatMap((line) => {
      const code = line.slice(0, 2).toUpperCase();
      return [code.toLowerCase(), ...line.slice(3).split('|')].map((name): [string, string] => [name, code]);
    }),
);

/** The ISO 3166-1 alpha-2 code of a country's name or code; `undefined` where it is not known. */
export function readCountry(text: string): string | undefined {
  return CODES.get(fold(text));
}
