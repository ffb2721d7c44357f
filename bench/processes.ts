import { readdir, readFile } from 'node:fs/promises';

/** What a process, or a family of them, has used. */
export interface Usage {
  readonly cpuSeconds: number;
  /** The most resident memory that one process of the family has had, in bytes. */
  readonly peakResidentBytes: number;
}

// Linux counts CPU time in these for every program, whatever the kernel's own clock.
const ticksPerSecond = 100;

/** Watches processes by /proc. Where there is none (on other systems than Linux) it sees nothing. */
export class ProcessWatch {
  private readonly peaks = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  /** @param families process ids by name; the children of each count as of its family */
  constructor(
    private readonly families: ReadonlyMap<string, number>,
    interval = 2_000,
  ) {
    this.timer = setInterval(() => void this.sample(), interval);
    this.timer.unref();
  }

  /** What each family has used up to now. */
  async usage(): Promise<ReadonlyMap<string, Usage>> {
    const cpu = await this.sample();
    return new Map(
      [...this.families.keys()].map((name) => [
        name,
        { cpuSeconds: cpu.get(name) ?? 0, peakResidentBytes: this.peaks.get(name) ?? 0 },
      ]),
    );
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async sample(): Promise<ReadonlyMap<string, number>> {
    const all = await readProcesses();
    const cpu = new Map<string, number>();
    const roots = new Set(this.families.values());
    for (const [name, root] of this.families) {
      for (const { id, parent, ticks, waitedTicks } of all) {
        if (id !== root && (parent !== root || roots.has(id))) continue;
        // Children that have ended are counted in what their parent waited for.
        const seconds = (ticks + (id === root ? waitedTicks : 0)) / ticksPerSecond;
        cpu.set(name, (cpu.get(name) ?? 0) + seconds);
        this.peaks.set(name, Math.max(this.peaks.get(name) ?? 0, await peakResidentBytes(id)));
      }
    }
    return cpu;
  }
}

interface ProcessState {
  readonly id: number;
  readonly parent: number;
  readonly ticks: number;
  readonly waitedTicks: number;
}

async function readProcesses(): Promise<readonly ProcessState[]> {
  const entries = await readdir('/proc').catch(() => []);
  const states = await Promise.all(entries.filter((name) => /^\d+$/.test(name)).map(readProcess));
  return states.filter((state) => state !== undefined);
}

/** See proc(5): the fields of `stat` after the command, which may hold spaces. */
async function readProcess(id: string): Promise<ProcessState | undefined> {
  try {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { id: Number(id), parent, ticks: user + system, waitedTicks: waitedUser + waitedSystem };
  } catch {
    return undefined;
  }
}

/** The high-water mark of a process, which it keeps itself: to look often would only cost the measurement. */
async function peakResidentBytes(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
}
