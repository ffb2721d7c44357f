import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A word of letters that the search text of some golden record has, or had: what a misspelt word may have been meant to be. */
@Entity('search_word')
@Index('search_word_like', { synchronize: false })
export class SearchWordEntity {
  @PrimaryColumn({ type: 'text' })
  word!: string;
}
