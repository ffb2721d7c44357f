import type { TextPart } from './text-difference.js';
import classes from './marked-text.module.css';

/** A text whose parts that the other side has not are marked, for the eye and for a screen reader. */
export function MarkedText({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <span className={classes.text}>
      {parts.map(({ text, same }, index) =>
        same ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} className={classes.mark}>
            {text}
          </mark>
        ),
      )}
    </span>
  );
}
