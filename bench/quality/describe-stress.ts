/** The columns of the table of variants. */
export const stressHead = [
  'set',
  'records',
  'pairs',
  'P shipped',
  'R',
  'F1',
  'P trained',
  'R',
  'F1',
  'P expected',
  'link',
  'warnings',
  'marked',
] as const;

/** The page of results on variants that are hard. */
export function describeStress(table: string, marked: number, all: number): string {
  return `# Match quality on harder data

Labelled and generated sets made poorer, smaller, dirtier, or with less in common, resolved by the pure rooms alone with the shipped
model and with one trained on the variant itself, without labels. Marked are those where the trained F1 is more than 0.01 below the
shipped one or the precision below 0.7; of sets without true pairs, those where training makes more links than the shipped model
and than one record in a hundred. ${marked} of ${all} are. \`P expected\` is the precision that is expected of the trained model, near twins
or clusters held against it; \`link\` is its link threshold in bits. Made by \`node dist/bench/quality/stress.js --data DIR\`.

What is marked on variants of amazon_google is to be read with care: its labels leave out many pairs that are plainly one product,
with the same part number or the same title. All of these stay in a variant from which labelled pairs are taken out: of 40
links at 5 % that the labels call wrong, drawn evenly over their weights at a link threshold of 2.5 bits, about 29 name the same product
when read by eye. What is marked of senzing_truthset, made of families and firms that resemble each other on purpose, is real:
it is one small list that may hold duplicates, so that no second best candidate is known to be false, and records of one family agree
in so much that their clusters look sound. So is what is marked of generated products with few matches, where twins are too few to
be counted, also where no source is duplicate-free (\`open\`): what two sources both tell apart shows twins there, but of so few
things with several records most twins are in one source alone, and nothing tells them from a pair that slips have parted. Customers of
whom one in twenty has a twin (\`twins\`) are marked where they are few: training believes that telephones and family names tell more
than they do among so many who share them.

${table}
`;
}
