import { foldedTokens } from './text.js';

/** An organization's name taken apart into folded words. */
export interface OrganizationName {
  /** The words of the name without legal form, articles and conjunctions, in order. */
  readonly words: readonly string[];
  /** The legal form in one notation for each kind: `ltd` for `Limited`. */
  readonly legalForm?: string;
}

/** Legal forms, each line one form and its notations, as words joined without spaces. */
const LEGAL_FORMS: ReadonlyMap<string, string> = new Map(
  `inc incorporated
corp corporation
co company cie compagnie
llc limitedliabilitycompany
llp limitedliabilitypartnership
lp limitedpartnership
ltd limited ltda limitada
plc publiclimitedcompany
pllc
pc
gmbh gesellschaftmbh gesellschaftmitbeschraenkterhaftung mbh
ag aktiengesellschaft
kg kommanditgesellschaft
ohg
gbr
ug
ev
eg
kgaa
ek
sa societeanonyme sociedadanonima
sas
sarl
srl
spa
sl sociedadlimitada slu
sc
sp
bv
nv
vof
ab aktiebolag
as aps
oy oyj
asa
pty proprietary
pvt private
pte
sdn
bhd
kk kabushikikaisha
sro
doo
zoo
kft
zrt
ooo
oao
pao`
    .split('\n')
    .flatMap((line) => {
      const forms = line.split(' ');
      return forms.map((form): [string, string] => [form, forms[0] ?? form]);
    }),
);

const UNSAID: ReadonlySet<string> = new Set(
  'the and of und et y e der die das le la les l el los las a an de du des'.split(' '),
);

/** Words written in several ways, each to its short form. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  `intl international
natl national
assoc association assn associates assocs
univ university universitaet universidad universite
mfg manufacturing manufacturers
svc service services svcs servicing
bros brothers
ctr center centre zentrum
dept department
govt government
mgmt management
tech technology technologies technical
sys system systems
eng engineering engineers
ind industries industry industrial inds
grp group gruppe
hldg holding holdings hldgs
inst institute institution
hosp hospital
lab laboratory laboratories labs
prod product products production productions prods
dist distributor distributors distribution
ent enterprise enterprises
elec electric electrical electronic electronics
deli delicatessen delis
rest restaurant restaurants ristorante
cafe caffe coffeehouse
mt mount
ft fort
st saint sankt
bldg building buildings
const construction
dev development developments
invest investment investments
fin financial finance
ins insurance
pharm pharmaceutical pharmaceuticals pharmacy
comm communication communications
amer american
1 one 1st first
2 two 2nd second
3 three 3rd third
4 four 4th fourth
5 five 5th fifth`
    .split('\n')
    .flatMap((line) => {
      const forms = line.split(' ');
      return forms.map((form): [string, string] => [form, forms[0] ?? form]);
    }),
);

const MAXIMUM_WORDS = 30;

/**
 * Takes an organization's name apart: `The ACME Mfg. Co., Ltd.` gives the words `acme mfg` and the form `ltd`. Initials
 * written apart (`I.B.M.`) are one word; usual abbreviations and plurals become one notation.
 */
export function readOrganizationName(name: string): OrganizationName {
  const words = joinInitials(foldedTokens(name.replace(/&/g, ' and ').slice(0, 500))).slice(0, MAXIMUM_WORDS);
  let end = words.length;
  let legalForm: string | undefined;
  while (end > 1) {
    const pair = end > 2 ? LEGAL_FORMS.get(`${words[end - 2] ?? ''}${words[end - 1] ?? ''}`) : undefined;
    const form = pair ?? LEGAL_FORMS.get(words[end - 1] ?? '');
    const isConjunction = legalForm !== undefined && UNSAID.has(words[end - 1] ?? '');
    if (form === undefined && !isConjunction) break;
    legalForm = form ?? legalForm;
    end -= pair === undefined ? 1 : 2;
  }
  const named = words.slice(0, end).filter((word) => !UNSAID.has(word));
  const kept = named.length > 0 ? named : words.slice(0, end);
  return { words: kept.map(stem), legalForm };
}

/** True of a name that ends with a legal form. */
export function hasLegalForm(name: string): boolean {
  return readOrganizationName(name).legalForm !== undefined;
}

function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = '';
  for (const word of words) {
    if (word.length === 1 && /[a-z]/.test(word)) {
      initials += word;
      continue;
    }
    if (initials !== '') joined.push(initials);
    initials = '';
    joined.push(word);
  }
  return initials === '' ? joined : [...joined, initials];
}

/** One notation for a word's usual forms; a plural or genitive ending goes. */
function stem(word: string): string {
  const short = ABBREVIATIONS.get(word);
  if (short !== undefined) return short;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
