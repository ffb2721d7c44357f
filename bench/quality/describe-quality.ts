/** The page of results, from the table of measured sets and the tables of what each part brings. */
export function describeQuality(table: string, ablation: string): string {
  return `# Match quality

Pairs of records that share a golden record, against labelled pairs; of two sources, pairs across them. Each set is loaded
into a fresh store through the REST API with nothing but its mapping and \`duplicateFree\`, measured with the shipped model,
then a model is trained on it without labels and activated, and it is measured again. Precision, recall and the number of
golden records are those after training. Completeness is the share of true pairs that share a block key; candidates are
counted a record. Made by \`npm run bench:quality -- --data DIR\`.

${table}

## What each part brings

Thousandths of F1 that are lost where one part is left out of the trained model or of blocking, by the pure rooms alone
(\`training\`: the shipped model instead). Below 0: the set is better off without.

${ablation}
`;
}
