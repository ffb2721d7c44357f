import type { FrequencyTable } from '../matching/model.js';
import { frequencyTable } from './frequency-table.js';

/**
 * About how many organizations have a word in their name, in bands, from general knowledge: a name that only shares such words
 * shares little. Words are in the form of `readOrganizationName`.
 */
export const organizationWordFrequency: FrequencyTable = frequencyTable(0.0004, [
  [0.03, 'rest cafe group grp svc solution intl global consulting management mgmt bar grill holding hldg'],
  [
    0.015,
    `tech sys ind ent univ international american amer national natl world worldwide first united general new house hotel kitchen
    bank ins fin invest assoc partner trading trade construction const property real estate health medical care school
    church center ctr community foundation club shop store market food design media software digital data energy`,
  ],
  [
    0.006,
    `north south east west northern southern eastern western central city county state street main royal king queen green blue red
    black white golden gold silver star sun park hill lake river valley ocean bay mountain beach island garden old big little
    pizza pizzeria burger steak steakhouse seafood sushi noodle thai chinese china italian indian mexican french japanese
    india korean bbq bakery coffee tea diner deli bistro brasserie tavern pub inn room place corner palace la le el casa chez san
    art auto car truck transport logistic freight shipping air travel tour sport fitness gym beauty hair salon spa nail
    law legal office account accounting tax audit insurance credit union capital venture fund asset wealth advisor
    engineering eng mfg product prod supply material steel metal wood paper plastic chemical pharm lab research inst
    bio life science dental clinic hosp family child home build builder contractor roofing plumbing heating cooling elec
    electric power water gas oil solar environmental waste clean cleaning security safety network telecom comm mobile web
    net online studio production entertainment film music game event press publishing print printing marketing
    advertising creative brand pr agency staff recruitment training education learning academy college council trust
    society federation league union public govt dept usa uk europe european asia pacific africa canada australia german
    germany france britain british london york california texas chicago boston bros son 1 2 company co corp inc ltd`,
  ],
]);
