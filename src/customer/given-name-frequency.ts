import type { FrequencyTable } from '../matching/model.js';
import { frequencyTable } from './frequency-table.js';

/**
 * About how often given names occur among people of all ages, in bands, from general knowledge of English, German, Spanish,
 * French, Italian and South Asian naming. A trained model brings its own table.
 */
export const givenNameFrequency: FrequencyTable = frequencyTable(0.0004, [
  [0.012, 'john james michael robert david william mary maria mohammed muhammad'],
  [
    0.006,
    `thomas richard joseph charles daniel christopher paul peter mark george andrew jose juan anna jennifer elizabeth sarah
    patricia linda barbara susan thomas jessica`,
  ],
  [
    0.003,
    `matthew anthony steven kenneth edward brian kevin ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan
    stephen larry justin scott brandon benjamin samuel frank alexander jack oliver harry luis carlos antonio
    margaret dorothy lisa nancy karen betty helen sandra donna carol ruth sharon michelle laura emily kimberly
    deborah emma olivia sophie charlotte hannah grace ana hans klaus wolfgang andreas stefan werner helmut ursula
    monika petra sabine jean pierre marie catherine jacques giuseppe mario luca ali ahmed`,
  ],
  [
    0.0015,
    `adam alan albert arthur bruce carl craig dennis donald douglas dylan ethan fred gerald gregory henry isaac jeremy jerry
    jesse joe jordan jose keith lawrence leo logan lucas martin nathan noah patrick philip ralph raymond roger roy russell
    sean simon stuart terry tyler vincent walter wayne zachary joshua aaron luke max isaac harvey alfie archie charlie
    freddie theo toby callum connor lachlan mitchell riley cooper
    abigail alice alison amanda amelia amy andrea angela ann anne ashley ava brenda caroline cheryl christina
    christine cynthia debra diana diane ella ellie evelyn evie frances gloria heather isabella isla jacqueline jane janet
    janice jasmine jean joan joyce judith judy julia julie katherine kathleen kelly lauren lily lucy madison martha megan
    melissa mia nicole pamela paula phoebe poppy rachel rebecca rose ruby samantha shirley stephanie teresa theresa
    tracy victoria virginia wendy zoe chloe georgia holly caitlin erin
    manfred juergen gerhard dieter horst uwe bernd rolf karl heinz walter ralf frank joerg michael christian sebastian
    brigitte renate karin gisela christa ingrid helga heike susanne claudia birgit katharina
    francisco manuel miguel javier jesus rafael fernando pedro jorge carmen isabel dolores pilar rosa lucia
    michel philippe alain nicolas francois bernard isabelle nathalie sylvie francoise
    marco andrea francesco giovanni roberto stefano paolo giulia francesca paola
    fatima omar hassan hussein ibrahim yusuf priya anil sanjay rajesh sunil wei li ying`,
  ],
]);
