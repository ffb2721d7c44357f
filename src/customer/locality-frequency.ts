import type { FrequencyTable } from '../matching/model.js';
import { frequencyTable } from './frequency-table.js';

/** About how often places occur in addresses of a list that spans a country, in bands, from general knowledge. */
export const localityFrequency: FrequencyTable = frequencyTable(0.004, [
  [0.06, 'london'],
  [
    0.02,
    'new york|los angeles|chicago|sydney|melbourne|berlin|paris|madrid|singapore|toronto|birmingham|istanbul|mumbai',
  ],
  [
    0.01,
    `manchester|leeds|glasgow|liverpool|bristol|sheffield|edinburgh|cardiff|houston|phoenix|philadelphia|san antonio|san diego|dallas
    |hamburg|muenchen|munich|koeln|cologne|frankfurt|barcelona|roma|rome|milano|milan|vienna|wien|zuerich|brisbane|perth|adelaide
    |montreal|vancouver|dublin|amsterdam|brussels|bruxelles|lisboa|lisbon|warszawa|stockholm|delhi|new delhi|bangalore|san francisco`,
  ],
  [
    0.005,
    `san jose|austin|jacksonville|columbus|charlotte|indianapolis|seattle|denver|washington|boston|nashville|detroit|portland|las vegas|atlanta
    |miami|brooklyn|bronx|houston|memphis|baltimore|milwaukee|sacramento|tampa|orlando|cleveland|minneapolis
    |leicester|coventry|bradford|nottingham|hull|newcastle|stoke|wolverhampton|derby|swansea|southampton|plymouth|portsmouth
    |belfast|luton|reading|croydon|stuttgart|duesseldorf|leipzig|dortmund|essen|bremen|dresden|hannover|nuernberg|lyon|marseille|toulouse
    |valencia|sevilla|napoli|torino|calgary|ottawa|edmonton|canberra|hobart|gold coast|auckland`,
  ],
]);
