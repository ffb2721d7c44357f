import type { TextPart } from './text-difference.js';
import classes from './marked-text.module.css';

/** A text whose parts that the other side has not are marked, and fainter those that it has in another case. */
export function MarkedText({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <span className={classes.text}>
      {parts.map(({ text, kind }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} className={classes[kind]}>
            {text}
          </mark>
        ),
      )}
    </span>
  );
}
