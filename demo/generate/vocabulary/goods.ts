import { Weighted } from '../random.js';
import { words } from './words.js';

/** A kind of goods: what varies between its models and between the variants of one model. */
export interface Kind {
  readonly name: string;
  /** The word a cramped system has for it. */
  readonly short: string;
  readonly capacities: readonly string[];
  readonly traits: readonly string[];
  readonly lowest: number;
  readonly highest: number;
  /** Kilograms. */
  readonly weight: number;
}

const kindLines = `
  Coffee Machine|COFFEE MACH|1.2 l, 1.5 l, 1.8 l|15 bar pump, milk frother, thermal carafe, programmable timer|60|900|6
  Laptop|NOTEBOOK|256 GB, 512 GB, 1 TB|14 inch display, backlit keyboard, aluminium case, fingerprint reader|420|2600|1.5
  Smartphone|SMARTPHONE|64 GB, 128 GB, 256 GB|dual SIM, OLED display, fast charging, triple camera|150|1300|0.2
  Television|TV LED|43 inch, 55 inch, 65 inch|4K UHD, HDR, smart TV, wall mount|260|2200|16
  Headphones|HEADPH|20 h, 30 h, 40 h|noise cancelling, Bluetooth 5.2, foldable, over-ear|30|420|0.3
  Cordless Drill|DRILL CORDL|12 V, 18 V, 20 V|two batteries, brushless motor, LED light, carry case|50|380|1.6
  Vacuum Cleaner|VACUUM CL|600 W, 700 W, 850 W|bagless, HEPA filter, parquet brush, quiet mode|70|650|5
  Washing Machine|WASH MACH|7 kg, 8 kg, 9 kg|1400 rpm, steam programme, delayed start, child lock|330|1200|68
  Refrigerator|REFRIG|250 l, 320 l, 380 l|no frost, reversible door, crisper drawer, low noise|380|1900|62
  Monitor|MONITOR|24 inch, 27 inch, 32 inch|IPS panel, 144 Hz, height adjustable, USB-C hub|110|900|5
  Printer|PRINTER|20 ppm, 28 ppm, 35 ppm|duplex, Wi-Fi, colour laser, document feeder|70|620|9
  External Drive|EXT DRIVE|500 GB, 1 TB, 2 TB|USB 3.2, shock resistant, password protection, slim|45|260|0.1
  Router|ROUTER|1200 Mbps, 1800 Mbps, 3000 Mbps|Wi-Fi 6, mesh ready, four antennas, guest network|35|320|0.5
  Speaker|SPEAKER|10 W, 20 W, 40 W|waterproof, stereo pairing, 12 h battery, USB-C|25|420|0.7
  Kettle|KETTLE|1.0 l, 1.5 l, 1.7 l|stainless steel, temperature control, limescale filter, cool touch|20|140|1.1
  Microwave|MICROWAVE|20 l, 23 l, 25 l|grill, defrost, 800 W, child lock|60|380|12
  Camera|CAMERA|20 MP, 24 MP, 32 MP|optical zoom, 4K video, image stabilizer, tilting screen|180|2400|0.6
  Electric Shaver|SHAVER|45 min, 60 min, 90 min|wet and dry, pop-up trimmer, travel lock, charging stand|30|290|0.2
  Backpack|BACKPACK|18 l, 24 l, 32 l|laptop sleeve, rain cover, padded straps, water repellent|25|190|0.9
  Office Chair|OFF CHAIR|110 kg, 120 kg, 150 kg|lumbar support, mesh back, armrests, tilt mechanism|80|780|15
  Keyboard|KEYBOARD|60 keys, 87 keys, 104 keys|mechanical, hot swap, backlit, wireless|25|210|0.8
  Blender|BLENDER|500 W, 800 W, 1200 W|glass jar, pulse function, six blades, easy clean|25|260|3
  Tablet|TABLET|32 GB, 64 GB, 128 GB|10 inch display, stylus, stereo speakers, metal body|110|900|0.5
  Dishwasher|DISHWASH|45 cm, 55 cm, 60 cm|cutlery drawer, eco programme, leak protection, half load|290|1100|40`;

export const kinds: Weighted<Kind> = Weighted.zipf(
  kindLines
    .trim()
    .split('\n')
    .map((line): Kind => {
      const [name = '', short = '', capacities = '', traits = '', lowest, highest, weight] = line.trim().split('|');
      return {
        name,
        short,
        capacities: words(capacities),
        traits: words(traits),
        lowest: Number(lowest),
        highest: Number(highest),
        weight: Number(weight),
      };
    }),
  10,
);

/** Invented brands, best known first. */
export const brands =
  words(`Norvik, Halden, Kestrel, Aurelle, Brandt & Voss, Solano, Tamura, Lumio, Castella, Orbix, Fennwick,
  Delmar, Zentra, Vireo, Okada, Pinnacle, Marlow, Eikon, Sundal, Trevano, Kobalt, Alpenrose, Quillon, Nordhaus, Veltro,
  Hanzo, Belmont, Arvida, Stratus, Corvane, Ridgeway, Ostara, Minato, Feldmann, Lyra, Granite, Pallas, Sakai, Tundra,
  Westbrook, Ibex, Montclair, Zephyr, Kinetic, Harrow, Elmsworth, Vantor, Cielo, Bruma, Falke, Nimbus, Ardent, Oxley,
  Meridian, Juno, Palisade, Torino, Hikari, Rowan & Co, Skadi, Lindqvist, Amaro, Cobra Tools, Everline, Tessera`);

export const lines =
  words(`Pro, Classic, Air, Prime, Eco, Studio, Compact, Ultra, Comfort, Essential, Active, Smart, Vision,
  Quiet, Power, Home, Select, Urban, Signature, Touch, Max, Lite, Fusion, Sport, Series 3, Series 5, Series 7, Edge`);

export const colours: readonly { readonly name: string; readonly short: string }[] = [
  { name: 'black', short: 'BLK' },
  { name: 'white', short: 'WHT' },
  { name: 'silver', short: 'SLV' },
  { name: 'blue', short: 'BLU' },
  { name: 'red', short: 'RED' },
  { name: 'green', short: 'GRN' },
];
