import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const cache = resolve('node_modules/.cache');

/**
 * A Chromium from npm alone. Where that has none (it is made for Linux on x64), `CHROMIUM` names one.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? (await unpackedChromium()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * The package unpacks to the temporary directory of its process, which users share, and takes what it finds there
 * for whole. So it works in a process with a directory of its own, which gets its name once all is there.
 */
async function unpackedChromium(): Promise<string> {
  const unpacked = join(cache, 'chromium');
  if (!existsSync(unpacked)) {
    await mkdir(cache, { recursive: true });
    const own = await mkdtemp(join(cache, 'chromium-'));
    const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
      env: { ...process.env, TMPDIR: own },
    });
    await rename(own, unpacked).catch(async (error: unknown) => {
      await rm(own, { recursive: true });
      if (!existsSync(unpacked)) throw error;
    });
  }
  return join(unpacked, 'chromium');
}
