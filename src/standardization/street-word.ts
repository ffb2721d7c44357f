function dictionary(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const words = line.trim().split(' ');
        return words.map((word): [string, string] => [word, words[0] ?? word]);
      }),
  );
}

/** Words for kinds of street, each to its short form. */
export const streetTypes: ReadonlyMap<string, string> = dictionary(`
st street str
ave avenue av aven avenu avn
rd road
dr drive drv
ln lane
pl place plc
ct court crt
blvd boulevard blv boul bd
cres crescent cr crs
cct circuit cir circle circ
tce terrace ter terr
pde parade
hwy highway
pkwy parkway pky pwy
sq square
way wy
cl close
gr grove
gdns gardens gdn garden
trl trail
tpke turnpike
expy expressway
fwy freeway
plz plaza
aly alley
rte route
row
walk
mews
loop
rise
esp esplanade
prom promenade
strasse
gasse
weg
allee
platz
rue
calle
via
viale
piazza
plaats
straat
laan
ul ulitsa ulica
`);

/** Points of the compass as they stand in street names, each to its short form. */
export const compassPoints: ReadonlyMap<string, string> = dictionary(`
n north
s south
e east
w west
ne northeast
nw northwest
se southeast
sw southwest
`);

/** Ordinals in street names, as numerals. */
export const ordinals: ReadonlyMap<string, string> = dictionary(`
1st first
2nd second
3rd third
4th fourth
5th fifth
6th sixth
7th seventh
8th eighth
9th ninth
10th tenth
11th eleventh
12th twelfth
`);

/** Words that a unit's number follows within a building. */
export const unitWords: ReadonlySet<string> = new Set(
  (
    'apt apartment appt suite ste unit flat room rm floor fl level lvl bldg building bld shop villa office no nr apto piso ' +
    'wohnung whg top appartement kv'
  ).split(' '),
);
