/** V8 copies parts of a text up to this length; of a longer one it would keep the whole text that it is a part of. */
const longestKept = 12;

/**
 * A pure function of a text that remembers what it answered to short ones, for such as the words of names, of which few make up
 * most of what there is. Of those that were asked for lately it remembers `most` at least, and never more than twice as many.
 */
export function remembered<Answer>(work: (text: string) => Answer, most = 5_000): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older = new Map<string, Answer>();
  return (text) => {
    if (text.length > longestKept) return work(text);
    const known = recent.get(text);
    if (known !== undefined) return known;
    const answer = older.get(text) ?? work(text);
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
}
