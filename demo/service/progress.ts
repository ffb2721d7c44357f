import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a load has come: a bar on a terminal, a line every tenth elsewhere. */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private tenths = -1;
  private latest = 0;

  /** @param total how many records are expected; 0 when nobody knows */
  constructor(
    private readonly label: string,
    private total: number,
  ) {
    if (!process.stdout.isTTY) return;
    const format = `  ${label.padEnd(10)} {bar} {value}/{total} records  {duration_formatted}`;
    this.bar = new SingleBar({ format, hideCursor: true, barsize: 40 }, Presets.shades_classic);
    this.bar.start(total, 0);
  }

  update(done: number): void {
    this.latest = Math.max(this.latest, done);
    this.total = Math.max(this.total, this.latest);
    this.show();
  }

  /** Leaves the picture as it is and gives the terminal back. @param total how many records there were after all */
  end(total: number): void {
    this.total = total;
    this.latest = total;
    this.show();
    this.stop();
  }

  stop(): void {
    this.bar?.stop();
  }

  private show(): void {
    if (this.bar) {
      this.bar.setTotal(this.total);
      this.bar.update(this.latest);
      return;
    }
    const tenths = this.total === 0 ? 0 : Math.floor((10 * this.latest) / this.total);
    if (tenths > this.tenths) console.log(`  ${this.label}: ${this.latest} of ${this.total} records`);
    this.tenths = Math.max(this.tenths, tenths);
  }
}
