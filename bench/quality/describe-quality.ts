/** The page of results, from the table of measured sets, the tables of what each part brings, and that of text comparators. */
export function describeQuality(table: string, ablation: string, comparators: string): string {
  return `# Match quality

Pairs of records that share a golden record, against labelled pairs; of two sources, pairs across them. Each set is loaded
into a fresh store through the REST API with nothing but its mapping and \`duplicateFree\`, measured with the shipped model,
then a model is trained on it without labels and activated, and it is measured again. Precision, recall and the number of
golden records are those after training. Completeness is the share of true pairs that share a block key; candidates are
counted a record. Made by \`npm run bench:quality -- --data DIR\`.

${table}

## What each part brings

Thousandths of F1 that are lost where one part is left out of the trained model or of blocking, by the pure rooms alone
(\`training\`: the shipped model instead). Below 0: the set is better off without. Under \`variants\` stands the most that it
brings on generated sets (with and without identifiers and contacts, plain lists of names, with slips and gaps, of family firms,
with a newsletter; those of customers are made three times, and the mean counts), and on each labelled set with slips and gaps in a tenth of its values, with a tenth of its
things duplicated, and, of customers, with nothing but names. A part that brings nothing but pairs that are candidates brings
completeness. Comparisons of job titles, birth places and web addresses brought nothing anywhere and are gone.

Every part brings something. The comparison \`kind\` does where one in five customers is a person with a small firm or that firm, which
share an address, a telephone and a mailbox (\`family firms\`). The block key \`email\` does where a newsletter knows an address and a
given name, and clerks enter the address of their desk for want of another: by the size of its block such an address is seen to tell
nothing. Pairs that share an address are found by \`mailbox\` as well, as long as few share a mailbox, so that it brings the more the
larger the store is.

${ablation}

## Tried and not kept

What the records of a duplicate-free source find among their own is false as well, and could tell how many links are. Where sources are drawn
each for itself it does, better than second finds: of songs with versions, which come in pairs (generated for the trial), 0.78 of the links were expected to be right, 0.34 were by it, and
0.17 truly. But shops hold families of products together: on abt_buy with a tenth duplicated it expects 0.56 of links to be right of
which 0.98 are, and amazon_google fell from 0.711 to 0.295, or to 0.666 where it only bounds what second finds tell.

## fuse.js as a comparator

F1 of trained models, by the pure rooms alone, where names as a whole (titles of products) are compared by fuse.js as well
(\`beside\`), or by it in place of what the domain compares them by (\`instead\`); the same with trigrams, for scale. Levels are cut
where the values of each similarity lie among the candidates, and trained. fuse.js helps on none of the sets and costs many
times what the whole model does a pair, so it ranks what a person typed, and no more.

${comparators}
`;
}
