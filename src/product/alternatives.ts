/**
 * Words of titles that stand for one choice of a kind, of which a product has one: two titles that name different
 * ones are of different products. By kind, each choice with its spellings, in the form of `readProductTitle`.
 */
const CHOICES: Readonly<Record<string, string>> = {
  color: `black=blk white=wht silver=slv gray=grey=charcoal=graphite blue=navy=blu red=crimson=burgundy green=grn=olive pink purple=violet
    orange yellow gold brown beige=tan bronze copper cyan magenta ivory=cream turquoise=teal lime titanium champagne`,
  language: `english spanish=espanol french=francai german=deutsch italian=italiano portuguese russian japanese chinese=mandarin
    korean arabic dutch polish swedish danish norwegian greek hebrew hindi turkish`,
  platform: `window=win=vista=xp=pc mac=macintosh=osx linux=unix solari android ps1 ps2 ps3 ps4 ps5 psp xbox wii gamecube dreamcast`,
  edition: `standard=std professional=pro deluxe=dlx=dlux premium=prem=premier ultimate basic=starter=essential=lite=express
    home=personal business enterprise=corporate collector gold platinum`,
  license: 'upgrade=upgr=upg=upsell academic=education=educational=edu=student=teacher=school oem trial=demo',
  format: 'dvd bluray vhs cassette vinyl hardcover paperback audiobook',
  gender: 'men=man=male=boy women=woman=lady=female=girl=womens',
  garment: 'xs xl xxl xxxl',
  size: 'small medium large twin queen king jumbo',
  side: 'left right',
  place: 'front rear',
  fit: 'indoor outdoor',
  flavor: `vanilla chocolate strawberry lemon orange cherry grape raspberry blueberry peach mango banana coconut caramel
    peppermint cinnamon garlic barbecue=bbq cheddar ranch jalapeno pepperoni`,
  meat: 'chicken beef pork turkey tuna salmon lamb shrimp',
  sweetness: 'diet=zero=sugarfree=unsweetened regular=original sweetened',
  fat: 'whole skim=nonfat lowfat',
  caffeine: 'decaf=decaffeinated caffeinated',
  material: 'cotton polyester wool silk linen leather suede nylon wood bamboo glass ceramic plastic steel aluminum',
  power: 'electric gas=propane=lp charcoal',
};

const KINDS_OF_WORD: ReadonlyMap<string, readonly string[]> = factsByWord();

/** The choices that a word stands for, as `kind:choice`. */
export function choicesOf(word: string): readonly string[] {
  return KINDS_OF_WORD.get(word) ?? [];
}

function factsByWord(): Map<string, string[]> {
  const facts = new Map<string, string[]>();
  for (const [kind, choices] of Object.entries(CHOICES)) {
    for (const spellings of choices.split(/\s+/)) {
      const words = spellings.split('=');
      for (const word of words) facts.set(word, [...(facts.get(word) ?? []), `${kind}:${words[0] ?? word}`]);
    }
  }
  return facts;
}
