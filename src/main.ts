import 'reflect-metadata';
import { domains } from './domains.js';
import { ConfigurationError, readConfiguration } from './platform/config/read-configuration.js';
import { startService } from './service.js';

await run().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
});

async function run(): Promise<void> {
  const ended = endOfProcess();
  const service = await startService(readConfiguration(process.env), domains);
  await ended;
  await service.stop();
  process.exit(0);
}

/** Resolves when the process is told to end. A second signal ends it at once. */
function endOfProcess(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const tell = (): void => {
      if (told) process.exit(1);
      told = true;
      resolve();
    };
    process.on('SIGTERM', tell).on('SIGINT', tell);
  });
}
