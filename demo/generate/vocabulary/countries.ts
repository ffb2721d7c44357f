import type { Random } from '../random.js';
import { Weighted } from '../random.js';
import { cities, type City } from './cities.js';
import type { Origin } from './names.js';
import { streets } from './streets.js';

/** What a country's people, addresses and telephone numbers look like. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly callingCode: string;
  /** Digit before a national number when it is dialled inside the country. */
  readonly trunk: string;
  readonly cities: Weighted<City>;
  readonly origins: Weighted<Origin>;
  /** `#` is a digit; national numbers without the trunk digit. */
  readonly mobiles: readonly string[];
  readonly legalForms: readonly string[];
  readonly topLevelDomain: string;
  readonly taxNumber: string;
  /** The house number follows the street's name. */
  readonly numberLast: boolean;
  readonly street: (random: Random) => string;
  readonly highestNumber: number;
}

const unitedStates: Country = {
  code: 'US',
  name: 'United States',
  callingCode: '1',
  trunk: '',
  cities: Weighted.zipf(cities.unitedStates),
  origins: new Weighted(
    ['english', 'spanish', 'german', 'indian', 'chinese', 'slavic', 'arabic', 'french'],
    [62, 16, 5, 4, 5, 3, 3, 2],
  ),
  mobiles: [],
  legalForms: ['Inc.', 'LLC', 'Corp.', 'Co.', 'Incorporated', 'Corporation'],
  topLevelDomain: 'com',
  taxNumber: '##-#######',
  numberLast: false,
  street: streets.american,
  highestNumber: 9_999,
};

const unitedKingdom: Country = {
  code: 'GB',
  name: 'United Kingdom',
  callingCode: '44',
  trunk: '0',
  cities: Weighted.zipf(cities.unitedKingdom),
  origins: new Weighted(['english', 'indian', 'arabic', 'slavic', 'chinese', 'french'], [78, 8, 5, 5, 2, 2]),
  mobiles: ['74########', '75########', '77########', '78########', '79########'],
  legalForms: ['Ltd', 'Limited', 'plc', 'LLP', 'Ltd.'],
  topLevelDomain: 'co.uk',
  taxNumber: 'GB#########',
  numberLast: false,
  street: streets.british,
  highestNumber: 320,
};

const germany: Country = {
  code: 'DE',
  name: 'Germany',
  callingCode: '49',
  trunk: '0',
  cities: Weighted.zipf(cities.germany),
  origins: new Weighted(['german', 'slavic', 'arabic', 'english', 'spanish'], [83, 9, 5, 2, 1]),
  mobiles: ['151########', '160#######', '170#######', '171#######', '175#######', '176########'],
  legalForms: ['GmbH', 'AG', 'GmbH & Co. KG', 'KG', 'e.K.', 'OHG'],
  topLevelDomain: 'de',
  taxNumber: 'DE#########',
  numberLast: true,
  street: streets.german,
  highestNumber: 180,
};

const france: Country = {
  code: 'FR',
  name: 'France',
  callingCode: '33',
  trunk: '0',
  cities: Weighted.zipf(cities.france),
  origins: new Weighted(['french', 'arabic', 'spanish', 'slavic', 'english'], [83, 10, 4, 2, 1]),
  mobiles: ['61#######', '62#######', '63#######', '66#######', '67#######', '68#######'],
  legalForms: ['SARL', 'SA', 'SAS', 'S.A.R.L.', 'EURL'],
  topLevelDomain: 'fr',
  taxNumber: 'FR###########',
  numberLast: false,
  street: streets.french,
  highestNumber: 210,
};

const spain: Country = {
  code: 'ES',
  name: 'Spain',
  callingCode: '34',
  trunk: '',
  cities: Weighted.zipf(cities.spain),
  origins: new Weighted(['spanish', 'arabic', 'english', 'slavic'], [92, 4, 2, 2]),
  mobiles: ['60#######', '61#######', '62#######', '65#######', '66#######', '67#######'],
  legalForms: ['S.L.', 'S.A.', 'SL', 'SA'],
  topLevelDomain: 'es',
  taxNumber: 'B########',
  numberLast: true,
  street: streets.spanish,
  highestNumber: 160,
};

const australia: Country = {
  code: 'AU',
  name: 'Australia',
  callingCode: '61',
  trunk: '0',
  cities: Weighted.zipf(cities.australia),
  origins: new Weighted(['english', 'chinese', 'indian', 'slavic', 'arabic'], [80, 7, 5, 4, 4]),
  mobiles: ['40#######', '41#######', '42#######', '43#######', '45#######'],
  legalForms: ['Pty Ltd', 'Pty. Ltd.', 'Limited', 'Ltd'],
  topLevelDomain: 'com.au',
  taxNumber: '## ### ### ###',
  numberLast: false,
  street: streets.australian,
  highestNumber: 400,
};

export const countries = new Weighted<Country>(
  [unitedStates, unitedKingdom, germany, france, australia, spain],
  [40, 18, 16, 11, 8, 7],
);
