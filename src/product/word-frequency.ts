import type { FrequencyTable } from '../matching/model.js';
import { singular } from '../standardization/product-title.js';

/**
 * About how many product titles hold a word, by bands, from general knowledge of catalogues in English:
 * function words, colours, materials, units, packing, and the nouns of electronics, software, media, household,
 * clothing, food and toys. A trained model brings its own table.
 */
const BANDS: readonly (readonly [number, string])[] = [
  [0.06, 'for with and the of in to a black 2'],
  [0.03, 'white by on from pack set 1 3 4 silver blue red new digital edition software window mac 10 pro'],
  [
    0.015,
    `5 6 8 12 20 24 at an or is it your you all one pc kit case system usb tv hd lcd led dvd cd video audio game home color
    gray green pink mini wireless series camera player power cable battery speaker stainless steel portable
    deluxe premium standard professional version upgrade user license full disc student office pink card size small large
    medium cordless phone adapter cover bag stand mount men woman kid water light music book box super plus`,
  ],
  [
    0.006,
    `7 9 11 13 14 15 16 17 18 19 21 22 25 30 32 36 40 42 46 48 50 60 64 80 100 120 128 200 250 256 300 400 500 512 1000
    2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023
    2024 2025 98 xp nt vista win macintosh linux purple yellow orange gold brown beige cyan magenta clear blk wht
    high low definition hdtv 1080p 720p 4k 3d hdmi flat panel screen display monitor plasma widescreen projection projector
    radio receiver amplifier subwoofer channel surround sound stereo theater headphone earphone headset bluetooth microphone
    printer ink toner cartridge laser inkjet photo paper scanner fax copier keyboard mouse optical laptop notebook desktop
    computer tablet drive hard memory flash storage external internal rechargeable lithium ion charger car wall
    dock remote control universal zoom lens slr megapixel camcorder telephone handset answering caller cell mobile
    gps navigation recorder blu ray combo changer turntable cd rom jewel retail bundle suite studio collection
    complete express basic advanced ultimate essential academic education family business small personal enterprise server
    license subscription year month single multi volume pack media download english spanish french german language learning
    school grade math reading children movie film season series part guide world war star adventure action sport football
    racing card puzzle classic original special limited gold platinum bonus
    refrigerator freezer dishwasher washer dryer range oven microwave cooktop gas electric air conditioner purifier vacuum
    cleaner fan heater iron coffee maker blender mixer toaster grill cooker pan pot knife bottle glass cup bowl
    filter bulb lamp table chair desk rack shelf bed sheet towel pillow curtain rug leather cotton wood metal plastic
    rubber aluminum ceramic steel finish style design slim compact ultra heavy duty quick easy smart
    shirt dress shoe boot jacket pant jean short sock hat watch ring necklace sunglass cm mm ml oz lb kg
    organic natural fresh free fat sugar chocolate tea juice milk cheese butter bread rice sauce soup chicken
    beef fruit apple vanilla strawberry lemon mint honey salt spice chip snack cookie candy cereal frozen can
    shampoo conditioner soap lotion cream gel spray oil wash skin hair body face lip baby dog cat food toy
    doll train block figure model action ball bike outdoor garden tool drill saw screw switch router network ethernet port
    modem adapter hub print design photo editor manager security antivirus internet web designer creator tax accounting`,
  ],
];

const UNLISTED = 0.0006;

/** Bands from the rarest on, so that a word in two of them has the higher frequency. */
const FREQUENCIES: ReadonlyMap<string, number> = new Map(
  BANDS.toReversed().flatMap(([frequency, words]) =>
    words.split(/\s+/).map((word): [string, number] => [singular(word), frequency]),
  ),
);

/** The shipped frequencies of words in product titles. */
export const wordFrequency: FrequencyTable = { unlisted: UNLISTED, values: Object.fromEntries(FREQUENCIES) };

/** About which fraction of product titles holds the word. */
export function frequencyOfWord(word: string): number {
  return FREQUENCIES.get(word) ?? UNLISTED;
}

/** Whether a word is not among those known to be common in product texts. */
export function isRareWord(word: string): boolean {
  return !FREQUENCIES.has(word);
}
